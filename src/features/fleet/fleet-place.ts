import type { ErrorPlace } from '../../parts/error-words.ts';

/** What the fleet reads, for the words of a failure. */
export const fleetPlace: ErrorPlace = {
  subject: 'the API Management services of your subscriptions',
  right: 'Microsoft.ApiManagement/service/read',
};
