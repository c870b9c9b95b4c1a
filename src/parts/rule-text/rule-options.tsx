import { parseRange } from '../../domain/address.ts';
import type { Entry } from '../../domain/guidance/contract.ts';
import type { RuleFormat } from '../../domain/rule-text/types.ts';
import choices from './choices.module.css';
import { type Family, FamilyChoice } from './family-choice.tsx';
import styles from './rule-panel.module.css';

export type RuleWishes = { readonly bareAddresses: boolean; readonly includeOptional: boolean };

type Props = {
  readonly format: RuleFormat;
  readonly entries: readonly Entry[];
  readonly wishes: RuleWishes;
  readonly onWishes: (wishes: RuleWishes) => void;
  readonly family: Family;
  readonly onFamily: (family: Family) => void;
};

/** What a format lets the reader choose; nothing where there is no choice. */
export function RuleOptions({ format, entries, wishes, onWishes, family, onFamily }: Props) {
  const plain = format === 'plain';
  const optional = format !== 'csv' && format !== 'json' && entries.some(({ required }) => !required);
  const families = (plain || format === 'csv') && hasBothFamilies(entries);
  if (!plain && !optional && !families) return null;
  return (
    <div className={styles['options']}>
      {plain && (
        <label className={choices['tick']}>
          <input
            type="checkbox"
            checked={wishes.bareAddresses}
            onChange={event => onWishes({ ...wishes, bareAddresses: event.currentTarget.checked })}
          />
          Bare addresses, without /32
        </label>
      )}
      {optional && (
        <label className={choices['tick']}>
          <input
            type="checkbox"
            checked={wishes.includeOptional}
            onChange={event => onWishes({ ...wishes, includeOptional: event.currentTarget.checked })}
          />
          Optional rules as well
        </label>
      )}
      {families && <FamilyChoice chosen={family} onChoose={onFamily} />}
    </div>
  );
}

function hasBothFamilies(entries: readonly Entry[]): boolean {
  const cidrs = entries.flatMap(({ kind, value, prefixes }) =>
    kind === 'cidr' ? [value] : (prefixes ?? []),
  );
  const families = new Set(cidrs.map(cidr => parseRange(cidr)?.family));
  return families.has('ipv4') && families.has('ipv6');
}
