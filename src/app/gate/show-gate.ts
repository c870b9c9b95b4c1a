import './gate.css';
import { h, mark } from './dom.ts';

/** Puts a screen that needs no React on the page: the bar with the product's name, and the content below it. */
export function showGate(title: string, ...content: readonly (Node | null)[]): void {
  document.title = `${title} · APIM IP Dashboard`;
  const root = document.getElementById('root');
  const main = h('main', { class: 'gate', id: 'main' }, ...content);
  root?.replaceChildren(
    h('header', { class: 'gate-bar' }, mark(20), h('span', {}, 'APIM IP Dashboard')),
    main,
  );
}
