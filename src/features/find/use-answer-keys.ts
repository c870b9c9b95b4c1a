import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';

export const boxId = 'find-question';

type State = {
  /** What stands in the box is what the answers below are for. */
  readonly isAnswered: boolean;
  /** Nothing more is expected to come. */
  readonly isSettled: boolean;
};

/**
 * From the box to the first answer and from answer to answer. Whoever asks for the first one before it is there gets
 * there as soon as it is.
 */
export function useAnswerKeys(results: RefObject<HTMLElement | null>, { isAnswered, isSettled }: State) {
  const awaited = useRef(false);
  const links = () => [...(results.current?.querySelectorAll<HTMLElement>('a[data-answer]') ?? [])];

  useEffect(() => {
    if (!awaited.current || !isAnswered) return;
    const [first] = links();
    if (first || isSettled) awaited.current = false;
    // Not where the reader went on to something else meanwhile.
    if (document.activeElement?.id === boxId) first?.focus();
  });

  function toFirst(): void {
    const [first] = isAnswered ? links() : [];
    awaited.current = !first;
    first?.focus();
  }

  function forget(): void {
    awaited.current = false;
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const all = links();
    const row = document.activeElement?.closest('tr, li');
    const at = all.findIndex(link => link === document.activeElement || row?.contains(link));
    if (at < 0) return;
    event.preventDefault();
    const to = all[at + step];
    if (to) to.focus();
    else if (step < 0) document.getElementById(boxId)?.focus();
  }

  return { toFirst, forget, onKeyDown };
}
