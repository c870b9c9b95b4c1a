import { useEffect, useRef, useState } from 'react';
import { changeFleetAddress } from './fleet-address.ts';

/** Browsers refuse an address that changes with every key (Safari: 100 times in 30 s). */
const settleMs = 250;

/** The text filter as it is typed; the address follows when the typing pauses. */
export function useTypedText(q: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState(q);
  const written = useRef(q);

  // The address changed by itself: the way back, a link, filters taken away.
  useEffect(() => {
    if (q === written.current) return;
    written.current = q;
    setText(q);
  }, [q]);
  useEffect(() => {
    if (text === written.current) return;
    const timer = setTimeout(() => {
      written.current = text;
      changeFleetAddress({ q: text });
    }, settleMs);
    return () => clearTimeout(timer);
  }, [text]);
  return [text, setText];
}
