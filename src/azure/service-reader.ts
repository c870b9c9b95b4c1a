import type { Service } from '../domain/service.ts';
import type { RowReader } from './read-rows.ts';
import { armService, type ServiceWire, serviceRow } from './service-wire.ts';
import { toService } from './to-service.ts';

/** The api-version that every service is read with; the newest stable one (azure-rest-api-specs, 2026-11). */
export const apimApiVersion = '2024-05-01';

/** Reads a service from ARM's own shape. */
export const armServiceReader: RowReader<ServiceWire, Service> = { schema: armService, map: toService };

/** Reads a service from a row of our Resource Graph query. */
export const serviceRowReader: RowReader<ServiceWire, Service> = { schema: serviceRow, map: toService };
