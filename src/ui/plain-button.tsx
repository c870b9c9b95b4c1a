import type { ButtonHTMLAttributes } from 'react';
import styles from './plain-button.module.css';

type Props = ButtonHTMLAttributes<HTMLButtonElement> & { readonly kind?: 'primary' | 'secondary' | 'link' };

/** A native button that looks like Fluent's: for places that must work before Fluent has come. */
export function PlainButton({ kind = 'secondary', className, ...rest }: Props) {
  return <button type="button" {...rest} className={`${styles[kind]} ${className ?? ''}`} />;
}
