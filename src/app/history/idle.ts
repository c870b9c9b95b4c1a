/** Long enough for a busy page to become quiet, short enough that closing the tab seldom loses a reading. */
const latestMs = 2_000;

/** Resolves when the page has nothing better to do. Safari has no idle callback; a short pause stands in for it. */
export function idle(): Promise<void> {
  return new Promise(resolve => {
    if (typeof requestIdleCallback === 'function')
      requestIdleCallback(() => resolve(), { timeout: latestMs });
    else setTimeout(resolve, 50);
  });
}
