import { ArmError, type ArmScope } from './arm-error.ts';
import type { ArmRequest } from './arm-request.ts';
import { scopeOf } from './arm-url.ts';
import { mostBytes, readText } from './read-text.ts';

/** A connection that stays silent this long is given up: Azure's front door itself answers within a minute. */
const longestSilenceMs = 90_000;
/** Long enough for 16 MB over 1 Mbit/s. */
const longestBodyMs = 180_000;

/** `code` of the error for a request that was given up because nothing came in time. */
export const noAnswerInTime = 'NoAnswerInTime';

/**
 * One HTTP exchange, the text read once and whole.
 * @throws ArmError where no answer arrived, or the signal's reason when the request is aborted.
 */
export async function exchange(
  environment: { readonly fetch: typeof fetch },
  request: ArmRequest,
  url: URL,
  token: string,
): Promise<{ readonly response: Response; readonly text: string }> {
  const { fetch } = environment;
  const controller = new AbortController();
  const stop = () => controller.abort();
  const giveUp = () => controller.abort();
  request.signal?.addEventListener('abort', stop, { once: true });
  let timer = setTimeout(giveUp, longestSilenceMs);
  try {
    const response = await fetch(url, {
      method: request.body === undefined ? 'GET' : 'POST',
      headers: {
        Accept: 'application/json',
        Authorization: `Bearer ${token}`,
        ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      signal: controller.signal,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
    clearTimeout(timer);
    timer = setTimeout(giveUp, longestBodyMs);
    const text = await readText(response);
    if (text === undefined) throw tooLarge(request);
    return { response, text };
  } catch (cause) {
    request.signal?.throwIfAborted();
    if (cause instanceof ArmError) throw cause;
    throw controller.signal.aborted ? silent(request) : unreachable(request);
  } finally {
    clearTimeout(timer);
    request.signal?.removeEventListener('abort', stop);
  }
}

function silent(scope: ArmScope): ArmError {
  return noAnswer(scope, 'server', noAnswerInTime, 'Azure did not answer in time. The request was given up.');
}

function unreachable(scope: ArmScope): ArmError {
  return noAnswer(
    scope,
    'offline',
    '',
    'Azure Resource Manager could not be reached. The network is down, or something blocks the request.',
  );
}

function tooLarge(scope: ArmScope): ArmError {
  const message = `The answer is larger than ${mostBytes / 1024 / 1024} MB. It was given up: something between this browser and Azure answered instead, or the answer has no end.`;
  return noAnswer(scope, 'unexpected', 'AnswerTooLarge', message);
}

function noAnswer(
  scope: ArmScope,
  kind: 'server' | 'offline' | 'unexpected',
  code: string,
  message: string,
): ArmError {
  return new ArmError({ kind, scope: scopeOf(scope), status: 0, code, message, correlationId: null });
}
