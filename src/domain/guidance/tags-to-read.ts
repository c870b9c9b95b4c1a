import type { Service } from '../service.ts';
import { azureCloudTag } from './azure-cloud-tag.ts';
import { situationOf } from './situation.ts';

/** The service tags whose ranges the guidance for a service can use, under Azure's names: each is one small request. */
export function tagsToRead(service: Service): readonly string[] {
  const situation = situationOf(service);
  if (situation === 'classic-external' || situation === 'classic-internal') return ['ApiManagement'];
  if (situation !== 'shared') return [];
  const open = service.regions.filter(region => !region.gatewayDisabled);
  return [...new Set(open.flatMap(({ name }) => azureCloudTag(name) ?? []))];
}
