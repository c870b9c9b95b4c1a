import type { Page } from '@playwright/test';
import { ids } from './sandbox/world/fleet/subscriptions.ts';

/** ARM id of a service, which is also its path in the app. */
export function serviceId(subscription: string, resourceGroup: string, name: string): string {
  return `/subscriptions/${subscription}/resourceGroups/${resourceGroup}/providers/Microsoft.ApiManagement/service/${name}`;
}

export const apiProd = serviceId(ids.production, 'rg-apim-prod', 'contoso-api-prod');

export const matrix = (page: Page) => page.getByRole('grid', { name: 'Addresses by region' });
export const rowOf = (page: Page, region: string) => matrix(page).getByRole('row', { name: region });
