import { h } from './dom.ts';
import { showGate } from './show-gate.ts';

/** A file of the page did not come: it is asked for again by one press, or by itself once the network is back. */
export function showUnloaded(error: unknown): void {
  const again = () => location.reload();
  addEventListener('online', again, { once: true });
  showGate(
    'Not loaded',
    h('h1', {}, 'The dashboard could not be loaded'),
    h(
      'p',
      { class: 'lead', role: 'alert' },
      `${location.host} did not send all of it: the connection is gone, or the dashboard was updated meanwhile.`,
    ),
    h('p', { class: 'small' }, String(error)),
    h(
      'div',
      { class: 'gate-actions' },
      h('button', { type: 'button', class: 'gate-button primary', click: again }, 'Load it again'),
    ),
  );
}
