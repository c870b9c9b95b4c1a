import type { AnchorHTMLAttributes, ReactNode } from 'react';
import { followInApp } from './navigation.ts';

type Props = AnchorHTMLAttributes<HTMLAnchorElement> & {
  readonly href: string;
  readonly children: ReactNode;
};

/** A link to another screen of this app: an anchor that can be opened in a new tab, followed in place otherwise. */
export function AppLink({ href, children, ...rest }: Props) {
  return (
    <a {...rest} href={href} onClick={followInApp}>
      {children}
    </a>
  );
}
