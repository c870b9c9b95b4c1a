import type { ConfigProblem } from '../../config/config.ts';
import { h } from './dom.ts';
import { showGate } from './show-gate.ts';

/** Every bad field of config.json at once, so that one look mends it. */
export function showConfigProblems(problems: readonly ConfigProblem[]): void {
  showGate(
    'Configuration',
    h('h1', {}, 'This installation’s config.json cannot be used'),
    h(
      'p',
      { class: 'lead' },
      'Nothing was read and nobody was signed in. Whoever installed the dashboard has to mend:',
    ),
    h(
      'ul',
      { class: 'problems' },
      ...problems.map(one => h('li', {}, h('code', {}, one.field), `: ${one.problem}`)),
    ),
    h('p', { class: 'small' }, 'The fields are described in the README under “Connect to your tenant”.'),
    h(
      'div',
      { class: 'gate-actions' },
      h(
        'button',
        { type: 'button', class: 'gate-button primary', click: () => location.reload() },
        'Read it again',
      ),
    ),
  );
}

/** No clientId yet: the exact commands that make one. */
export function showNotConfigured(cloudName: string): void {
  const redirect = `${location.origin}/redirect.html`;
  const create = [
    'az account show --query tenantId --output tsv   # your tenant, for config.json',
    'az ad app create \\',
    '  --display-name "APIM IP Dashboard" \\',
    '  --sign-in-audience AzureADMyOrg \\',
    '  --query appId --output tsv',
  ].join('\n');
  const platform = [
    'APP_ID=...   # what the command before printed',
    'az rest --method PATCH \\',
    '  --uri "https://graph.microsoft.com/v1.0/applications(appId=\'$APP_ID\')" \\',
    `  --body '{"spa":{"redirectUris":["${redirect}"]}}'`,
    '',
    '# Azure Service Management: user_impersonation (delegated)',
    'az ad app permission add --id "$APP_ID" \\',
    '  --api 797f4846-ba00-4fd7-ba43-dac1f8f63013 \\',
    '  --api-permissions 41094075-9dad-400e-a0bd-54e686782033=Scope',
    'az ad app permission admin-consent --id "$APP_ID"   # where users may not consent themselves',
  ].join('\n');
  const config = JSON.stringify(
    {
      version: 1,
      clientId: '<the id of the app>',
      tenant: '<the id of your tenant>',
      cloud: cloudName,
    },
    null,
    2,
  );
  showGate(
    'Not configured yet',
    h('h1', {}, 'Not configured yet'),
    h(
      'p',
      { class: 'lead' },
      'The dashboard needs an app registration of your own: a public client without a secret, that reads Azure with each reader’s rights.',
    ),
    h(
      'ol',
      {},
      h('li', {}, 'Register the app:', ...toCopy(create, 'Copy step 1')),
      h(
        'li',
        {},
        'Allow this address as a single-page application, and ask for the one permission:',
        ...toCopy(platform, 'Copy step 2'),
      ),
      h(
        'li',
        {},
        'Write its id into ',
        h('code', {}, 'config.json'),
        ' beside ',
        h('code', {}, 'index.html'),
        ':',
        ...toCopy(config, 'Copy config.json'),
      ),
    ),
    h(
      'div',
      { class: 'gate-actions' },
      h(
        'button',
        { type: 'button', class: 'gate-button primary', click: () => location.reload() },
        'Read config.json again',
      ),
    ),
    h(
      'p',
      { class: 'small' },
      'No Azure at hand? “npm start” in the repository opens the whole product on a sandbox.',
    ),
  );
}

/** Lines to be run elsewhere, with a button that copies them. */
function toCopy(text: string, label: string): readonly HTMLElement[] {
  const button = h('button', { type: 'button', class: 'gate-button', click: () => void copy() }, label);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = 'Copied';
    } catch {
      button.textContent = 'Copying was refused: select the text';
    }
  }
  return [h('pre', { tabindex: '0' }, text), button];
}
