type Child = Node | string | null | undefined;
type Attributes = Readonly<Record<string, string | ((event: Event) => void)>>;

/**
 * Makes an element of plain DOM: the screens before sign-in must not wait for React. Text is set as text, never as
 * markup; an attribute whose value is a function becomes a listener.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else element.setAttribute(name, value);
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

const svg = 'http://www.w3.org/2000/svg';

/** The product's mark: a target on blue. */
export function mark(size: number): SVGSVGElement {
  const element = document.createElementNS(svg, 'svg');
  const attributes = {
    viewBox: '0 0 20 20',
    width: String(size),
    height: String(size),
    'aria-hidden': 'true',
  };
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const ground = document.createElementNS(svg, 'rect');
  for (const [name, value] of Object.entries({ width: '20', height: '20', rx: '4', fill: '#0f6cbd' }))
    ground.setAttribute(name, value);
  const path = document.createElementNS(svg, 'path');
  const lines = {
    d: 'M10 4v3m0 6v3M4 10h3m6 0h3M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z',
    fill: 'none',
    stroke: '#fff',
    'stroke-width': '1.5',
    'stroke-linecap': 'round',
  };
  for (const [name, value] of Object.entries(lines)) path.setAttribute(name, value);
  element.append(ground, path);
  return element;
}
