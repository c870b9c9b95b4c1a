import { type SignInProblem, signInProblem, unreachable } from '../../auth/sign-in-problem.ts';
import { isGuid } from '../../config/config.ts';
import { describeLink } from '../../domain/link.ts';
import { h } from './dom.ts';
import { showGate } from './show-gate.ts';

export type SignInScreen = {
  readonly cloudLabel: string;
  /** The tenant that the button leads to; undefined where the account decides. */
  readonly tenant: string | undefined;
  readonly problem: SignInProblem | null;
  /** Leaves for the sign-in service; rejects when it cannot. */
  readonly signIn: (chooseAccount: boolean) => Promise<void>;
  /** Notices about the address, such as a tenant that this installation does not serve. */
  readonly notices: readonly string[];
  /** Another way on, for somebody who is signed in elsewhere. */
  readonly stay?: { readonly label: string; readonly action: () => void };
};

/** What the link points at, in the words of the link itself, and one button. */
export function showSignIn(screen: SignInScreen): void {
  const link = describeLink(location.pathname, location.search);
  const error = h('div', { role: 'alert' });
  const buttons: HTMLButtonElement[] = [];

  async function leave(chooseAccount: boolean): Promise<void> {
    // To leave without a network ends on the browser's own page.
    if (!navigator.onLine) return error.replaceChildren(problemBox(unreachable));
    for (const button of buttons) button.disabled = true;
    error.replaceChildren();
    try {
      await screen.signIn(chooseAccount);
    } catch (cause) {
      error.replaceChildren(problemBox(signInProblem(cause)));
      for (const button of buttons) button.disabled = false;
    }
  }

  const isNamed = screen.tenant !== undefined && !isGuid(screen.tenant);
  const label = isNamed ? `Sign in to ${screen.tenant}` : 'Sign in';
  buttons.push(
    h('button', { type: 'button', class: 'gate-button primary', click: () => void leave(false) }, label),
  );
  const { stay } = screen;
  if (stay)
    buttons.push(h('button', { type: 'button', class: 'gate-button', click: stay.action }, stay.label));
  if (screen.problem || stay) {
    buttons.push(
      h(
        'button',
        { type: 'button', class: 'gate-button', click: () => void leave(true) },
        'Use another account',
      ),
    );
  }

  const facts = [
    ...link.facts,
    screen.tenant ? (['Tenant', screen.tenant] as const) : null,
    ['Cloud', screen.cloudLabel] as const,
    link.opensAt ? (['Opens at', link.opensAt] as const) : null,
  ];
  showGate(
    'Sign in',
    link.title ? h('p', { class: 'lead' }, link.kind) : null,
    h('h1', {}, link.title ?? 'Every address of your API Management services'),
    link.title
      ? null
      : h(
          'p',
          { class: 'lead' },
          'Which addresses they have, what to allow in your firewalls, and when they changed.',
        ),
    h(
      'dl',
      {},
      ...facts.map(
        fact =>
          fact &&
          h('div', {}, h('dt', {}, fact[0]), h('dd', isGuid(fact[1]) ? { class: 'mono' } : {}, fact[1])),
      ),
    ),
    ...screen.notices.map(text => h('p', { class: 'problem', role: 'note' }, text)),
    screen.problem ? problemBox(screen.problem) : null,
    error,
    h('div', { class: 'gate-actions' }, ...buttons),
    h(
      'p',
      { class: 'lead' },
      'You come back to this page. It reads Azure with your own rights and changes nothing; what it reads stays in this browser.',
    ),
    link.title
      ? h('p', { class: 'small' }, 'The names come from the link. Nothing has been read from Azure yet.')
      : null,
  );
}

function problemBox(problem: SignInProblem): HTMLElement {
  const reference = [problem.code, problem.correlationId && `correlation id ${problem.correlationId}`]
    .filter(Boolean)
    .join(', ');
  return h(
    'div',
    { class: 'problem', role: 'alert' },
    h('strong', {}, problem.title),
    h('span', {}, problem.text),
    reference ? h('span', { class: 'small' }, reference) : null,
  );
}
