import workerUrl from '../../history/team/team-worker.ts?worker&url';

/** The one policy that the page's headers allow (scripts/headers): it lets through the address of our own worker and nothing else. */
const policyName = 'apim-ip-worker';

/** Starts the worker that reads the team's file. */
export function startTeamWorker(): Worker {
  return new Worker(trusted(workerUrl), { type: 'module' });
}

function trusted(url: string): string {
  const { trustedTypes } = globalThis;
  if (!trustedTypes) return url;
  policy ??= trustedTypes.createPolicy(policyName, {
    createScriptURL: asked => {
      if (asked !== workerUrl) throw new TypeError('Not the worker of this page');
      return asked;
    },
  });
  return policy.createScriptURL(url);
}

let policy: TrustedUrls | undefined;
