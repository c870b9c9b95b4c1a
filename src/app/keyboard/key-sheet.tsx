import { useId } from 'react';
import { Sheet } from '../../ui/sheet.tsx';
import { commandKey } from './command-key.ts';
import { keyGroups } from './key-list.ts';
import styles from './key-sheet.module.css';
import { useSingleKeys } from './single-keys.ts';

/** Every key of the product, and the switch for those that act without Ctrl. */
export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const name = useId();
  const [on, setOn] = useSingleKeys();
  return (
    <Sheet title="Keyboard shortcuts" onClose={onClose}>
      <div className={styles['groups']}>
        {keyGroups(commandKey()).map(({ place, keys }) => (
          <section key={place} aria-labelledby={`${name} ${place}`}>
            <h3 id={`${name} ${place}`}>{place}</h3>
            <dl>
              {keys.map(([what, ...alternatives]) => (
                <div key={what}>
                  <dt>{what}</dt>
                  <dd>
                    {alternatives.map(caps => (
                      <span key={caps.join(' ')}>
                        {caps.map(cap => (
                          <kbd key={cap}>{cap}</kbd>
                        ))}
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label className={styles['choice']} htmlFor={`${name} single`}>
        <input
          type="checkbox"
          id={`${name} single`}
          checked={on}
          onChange={event => setOn(event.currentTarget.checked)}
        />
        Use the single keys / and ? (switch them off if voice control types them by mistake)
      </label>
    </Sheet>
  );
}
