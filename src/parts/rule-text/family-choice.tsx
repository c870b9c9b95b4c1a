import { useId } from 'react';
import styles from './choices.module.css';

export type Family = 'both' | 'ipv4' | 'ipv6';

const families: readonly { readonly id: Family; readonly label: string }[] = [
  { id: 'both', label: 'Both' },
  { id: 'ipv4', label: 'IPv4' },
  { id: 'ipv6', label: 'IPv6' },
];

type Props = { readonly chosen: Family; readonly onChoose: (family: Family) => void };

/** Which address family the lists hold. */
export function FamilyChoice({ chosen, onChoose }: Props) {
  const name = useId();
  return (
    <fieldset className={styles['family']}>
      <legend>Address family</legend>
      {families.map(({ id, label }) => (
        <label key={id}>
          <input type="radio" name={name} checked={id === chosen} onChange={() => onChoose(id)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
