import { describe, expect, it } from 'vitest';
import { serviceReaderRequest } from './reader-request.ts';

const request = {
  id: '/subscriptions/6f2b/resourceGroups/rg-(weu)/providers/Microsoft.ApiManagement/service/contoso',
  account: 'reader@contoso.com',
  tenantId: '3b8e1d52-6a0f-4c27-9e41-5d7c2f80a1b6',
  cloud: 'Azure public cloud',
};

describe('serviceReaderRequest', () => {
  it('names service, account and tenant, and the command', () => {
    const text = serviceReaderRequest(request);
    for (const part of [request.id, request.account, request.tenantId, request.cloud])
      expect(text).toContain(part);
    expect(text).toContain(
      `az role assignment create --assignee "reader@contoso.com" --role Reader --scope "${request.id}"`,
    );
  });

  it.each(['$(id)', '`id`', '";id;"', "x'y", 'a\\b', '!x', '%PATH%'])(
    'prints no command for a link that holds %s',
    part => expect(serviceReaderRequest({ ...request, id: `${request.id}${part}` })).not.toContain('az role'),
  );
});
