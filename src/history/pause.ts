/** Lets the browser paint and answer before work goes on. */
export function pause(): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, 0);
  });
}
