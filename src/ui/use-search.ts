import { useLocationProperty } from 'wouter/use-browser-location';

/** The query of the current address as it stands there, undecoded (wouter's own hook decodes it once too often). */
export function useSearch(): string {
  return useLocationProperty(() => location.search);
}
