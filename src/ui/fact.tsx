import type { ReactNode } from 'react';

type Props = { readonly name: string; readonly children: ReactNode };

/** A name and what is known of it, in a `dl`. */
export function Fact({ name, children }: Props) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
