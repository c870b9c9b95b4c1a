import { lazy, Suspense, useMemo } from 'react';
import { type Facet, facetOptions } from '../../../domain/fleet/facets.ts';
import type { FleetRow } from '../../../domain/fleet/fleet-row.ts';
import { MenuButton } from '../../../ui/menu-button.tsx';
import { usePopup } from '../../../ui/use-popup.ts';
import { changeFleetAddress } from '../fleet-address.ts';

const FacetPicker = lazy(async () => ({
  default: (await import('../pickers/facet-picker.tsx')).FacetPicker,
}));

export const facetNames: Readonly<Record<Facet, readonly [one: string, many: string]>> = {
  tier: ['Tier', 'tiers'],
  vnet: ['VNet mode', 'VNet modes'],
  region: ['Region', 'regions'],
  status: ['Status', 'statuses'],
  tag: ['Tag', 'tags'],
};

type Props = {
  readonly facet: Facet;
  readonly rows: readonly FleetRow[];
  readonly chosen: readonly string[];
};

/** A button that opens the values of one fact to narrow the rows by. */
export function FacetFilter({ facet, rows, chosen }: Props) {
  const popup = usePopup();
  const [name, many] = facetNames[facet];
  return (
    <>
      <MenuButton popup={popup} chosen={chosen.length > 0}>
        <ChosenLabel name={name} facet={facet} rows={rows} chosen={chosen} />
      </MenuButton>
      {popup.anchor && (
        <Suspense fallback={null}>
          <FacetPicker
            popup={popup}
            what={many}
            facet={facet}
            rows={rows}
            chosen={chosen}
            onChange={values => changeFleetAddress({ [facet]: values })}
          />
        </Suspense>
      )}
    </>
  );
}

type LabelProps = Props & { readonly name: string };

/** `Tier`, `Tier: Premium`, `Tier: 3`. */
function ChosenLabel({ name, facet, rows, chosen }: LabelProps) {
  const text = useMemo(() => {
    const [only] = chosen;
    if (only === undefined) return name;
    if (chosen.length > 1) return `${name}: ${chosen.length}`;
    const key = only.toLowerCase();
    const option = facetOptions(rows, facet, chosen).find(one => one.value.toLowerCase() === key);
    return `${name}: ${option?.label ?? only}`;
  }, [name, facet, rows, chosen]);
  return text;
}
