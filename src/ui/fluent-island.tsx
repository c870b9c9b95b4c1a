import { FluentProvider } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/** Stands for the theme: its values are the page's own custom properties, so that no part repaints when it arrives. */
const pageTheme = {};

/**
 * Where Fluent's controls live. Each lazily loaded part wraps itself in one, so that the first screen does not wait
 * for Fluent; `display: contents` keeps the provider's element out of the layout.
 */
export function FluentIsland({ children }: { readonly children: ReactNode }) {
  return (
    <FluentProvider theme={pageTheme} style={{ display: 'contents' }} applyStylesToPortals={false}>
      {children}
    </FluentProvider>
  );
}
