import { Component, type ReactNode } from 'react';

/** How Chromium, Firefox, Safari and Vite say that a file of the page did not come. */
const unloaded = /dynamically imported module|importing a module script|preload CSS/i;

type Props = { readonly children: ReactNode };

/** A screen that fails says so and leaves the bar above it usable; nothing blanks the page. */
export class CrashBoundary extends Component<Props, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  override componentDidCatch(error: unknown): void {
    // The network that comes back brings the code that did not come.
    if (unloaded.test(textOf(error))) addEventListener('online', () => location.reload(), { once: true });
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    const text = textOf(error);
    const isUnloaded = unloaded.test(text);
    return (
      <div role="alert" className="crash">
        <h1>This screen could not be {isUnloaded ? 'loaded' : 'shown'}</h1>
        <p>
          {isUnloaded
            ? 'The connection is gone, or the dashboard was updated since this page was opened.'
            : 'That is a fault of the dashboard, not of your services.'}{' '}
          Nothing that was recorded is lost.
        </p>
        <pre>{text}</pre>
        <p>
          <button type="button" onClick={() => this.setState({ error: undefined })}>
            {isUnloaded ? 'Back to what was shown' : 'Try again'}
          </button>
          <button type="button" onClick={() => location.reload()}>
            Load the page anew
          </button>
        </p>
      </div>
    );
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
