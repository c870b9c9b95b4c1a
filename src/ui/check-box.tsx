import type { InputHTMLAttributes, Ref } from 'react';
import styles from './check-box.module.css';

type Props = InputHTMLAttributes<HTMLInputElement> & { readonly ref?: Ref<HTMLInputElement> };

/** A native check box, drawn alike in every browser and theme. */
export function CheckBox({ className, ...rest }: Props) {
  return <input {...rest} type="checkbox" className={`${styles['box']} ${className ?? ''}`} />;
}
