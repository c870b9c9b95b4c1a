import { useEffect, useRef, useState } from 'react';

const markedMs = 2_000;

/** True for a moment after a settled value has become another one; undefined while it is not settled. */
export function useChanged(value: string | undefined): boolean {
  const settled = useRef(value);
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    if (value === undefined) return;
    if (settled.current !== undefined && settled.current !== value) setChanges(times => times + 1);
    settled.current = value;
  }, [value]);
  useEffect(() => {
    if (changes === 0) return;
    const timer = setTimeout(() => setChanges(0), markedMs);
    return () => clearTimeout(timer);
  }, [changes]);
  return changes > 0;
}
