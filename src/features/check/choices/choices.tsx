import { Add16Regular } from '@fluentui/react-icons/headless/svg/add';
import { Dismiss16Regular } from '@fluentui/react-icons/headless/svg/dismiss';
import { lazy, Suspense } from 'react';
import { armKey, armName } from '../../../domain/arm-id.ts';
import type { CheckUrl } from '../../../domain/url/check-url.ts';
import type { TenantFleet } from '../../../parts/lookup/use-tenant-fleet.ts';
import { MenuButton } from '../../../ui/menu-button.tsx';
import { usePopup } from '../../../ui/use-popup.ts';
import { changeCheckAddress } from '../use-check-address.ts';
import styles from './choices.module.css';
import { questionWords } from './question-words.ts';

const PurposePicker = lazy(async () => ({ default: (await import('./purpose-picker.tsx')).PurposePicker }));
const ServicePicker = lazy(async () => ({ default: (await import('./service-picker.tsx')).ServicePicker }));

type Props = {
  readonly url: CheckUrl;
  readonly fleet: TenantFleet;
  /** Names as Azure spells them, by `armKey`. */
  readonly names: ReadonlyMap<string, string>;
  readonly failed: ReadonlyMap<string, Error>;
};

/** The purposes and the services that the list is checked against; both stand in the page's address. */
export function Choices({ url, fleet, names, failed }: Props) {
  const [first = 'internet-back-ends', ...others] = url.for;
  const purposes = usePopup();
  const services = usePopup();
  const remove = (id: string) => changeCheckAddress({ id: url.id.filter(one => one !== id) });
  return (
    <section className={styles['choices']} aria-label="What the list is for">
      <span className={styles['lead']}>The list is for</span>
      <MenuButton popup={purposes} label={`Purpose: ${url.for.map(one => questionWords[one]).join(', ')}`}>
        {others.length === 0 ? questionWords[first] : `${url.for.length} purposes`}
      </MenuButton>
      <ul className={styles['chips']} aria-label="Services">
        {url.id.map(id => {
          const name = names.get(armKey(id)) ?? armName(id);
          return (
            <li key={id} data-failed={failed.has(armKey(id)) || undefined} title={id}>
              {name}
              <button type="button" aria-label={`Remove ${name}`} onClick={() => remove(id)}>
                <Dismiss16Regular />
              </button>
            </li>
          );
        })}
      </ul>
      <button
        type="button"
        className={styles['add']}
        aria-haspopup="dialog"
        aria-expanded={services.anchor !== null}
        onClick={services.toggle}
      >
        <Add16Regular />
        Add a service
      </button>
      <Suspense fallback={null}>
        {purposes.anchor && <PurposePicker popup={purposes} chosen={url.for} />}
        {services.anchor && <ServicePicker popup={services} chosen={url.id} fleet={fleet} />}
      </Suspense>
    </section>
  );
}
