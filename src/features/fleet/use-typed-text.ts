import { useSettledText } from '../../ui/use-settled-text.ts';
import { changeFleetAddress } from './fleet-address.ts';

/** The text filter as it is typed. */
export function useTypedText(q: string): readonly [string, (text: string) => void] {
  return useSettledText(q, filterBy);
}

function filterBy(q: string): void {
  changeFleetAddress({ q });
}
