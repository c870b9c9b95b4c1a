let region: HTMLElement | undefined;
let pending: ReturnType<typeof setTimeout> | undefined;

/** Long enough for a screen reader to notice an emptied region, so that the same words are read out twice. */
const settleMs = 100;

/** Says something politely to a screen reader, through the page's one live region. */
export function announce(text: string): void {
  const live = region ?? create();
  live.textContent = '';
  clearTimeout(pending);
  pending = setTimeout(() => {
    live.textContent = text;
  }, settleMs);
}

function create(): HTMLElement {
  region = document.createElement('div');
  region.className = 'visually-hidden';
  region.setAttribute('role', 'status');
  document.body.append(region);
  return region;
}
