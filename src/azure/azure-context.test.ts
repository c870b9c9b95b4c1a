import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AzureContext, useAzure } from './azure-context.ts';
import { FakeNetwork, refused } from './testing/fake-network.ts';

const Tenant = () => useAzure().scope.tenantId;

describe('whoever is signed in', () => {
  it('is known below the signed-in part of the app', () => {
    const { azure } = new FakeNetwork(() => refused(404, 'NotFound'));
    const page = createElement(AzureContext, { value: azure }, createElement(Tenant));
    expect(renderToStaticMarkup(page)).toBe('tenant');
  });

  it('is asked for nowhere else', () =>
    expect(() => renderToStaticMarkup(createElement(Tenant))).toThrow(
      'useAzure is used outside the signed-in app.',
    ));
});
