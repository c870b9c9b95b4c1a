import { regionLabel } from '../../../domain/region.ts';
import type { ServiceRegion } from '../../../domain/service.ts';

/** `West Europe`, and the line below it. */
export function regionWords({ displayName, primary }: ServiceRegion): {
  readonly name: string;
  readonly note: string;
} {
  return { name: regionLabel(displayName), note: primary ? 'primary' : '' };
}
