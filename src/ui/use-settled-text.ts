import { useEffect, useRef, useState } from 'react';

/** Browsers refuse an address that changes with every key (Safari: 100 times in 30 s). */
const settleMs = 300;

/**
 * A text of the page's address as it is typed: the address follows when the typing pauses, and leads when it changes by
 * itself (the way back, a link, filters taken away). `write` puts the text into the address; the same function each time.
 */
export function useSettledText(
  inAddress: string,
  write: (text: string) => void,
): readonly [string, (text: string) => void] {
  const [text, setText] = useState(inAddress);
  const written = useRef(inAddress);

  useEffect(() => {
    if (inAddress === written.current) return;
    written.current = inAddress;
    setText(inAddress);
  }, [inAddress]);
  useEffect(() => {
    if (text === written.current) return;
    const timer = setTimeout(() => {
      written.current = text;
      write(text);
    }, settleMs);
    return () => clearTimeout(timer);
  }, [text, write]);
  return [text, setText];
}
