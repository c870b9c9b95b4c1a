import { describe, expect, it } from 'vitest';
import { describeLink } from './link.ts';

const service = '/subscriptions/6f2b/resourceGroups/rg%20a/providers/Microsoft.ApiManagement/service/contoso';

describe('describeLink', () => {
  it('names the service of a deep link and the tab it opens at', () => {
    expect(describeLink(service, '?tab=guidance&x=1')).toEqual({
      kind: 'This link points at an API Management service',
      title: 'contoso',
      facts: [
        ['Resource group', 'rg a'],
        ['Subscription', '6f2b'],
      ],
      opensAt: 'Guidance',
    });
  });
  it('hides nothing of a name', () => {
    const link = service.replace('rg%20a', 'rg%E2%80%AEa').replace('contoso', 'contoso%E2%80%8B');
    expect(describeLink(link, '')).toMatchObject({
      title: 'contoso[U+200B]',
      facts: [['Resource group', 'rg[U+202E]a'], expect.anything()],
    });
    expect(describeLink('/find', '?q=%E2%81%A610').title).toBe('[U+2066]10');
  });
  it.each([
    ['/find', '?q=10.10', 'This link looks for', '10.10', 'Find'],
    ['/find/x', '', 'This link looks for', 'an address', 'Find'],
    ['/check', '?q=10.10', 'This link opens', 'Check an allowlist', undefined],
    ['/check/x', '', 'This link opens', 'Check an allowlist', undefined],
    ['/x/find', '?q=10.10', '', undefined, undefined],
    ['/x/check', '', '', undefined, undefined],
    ['/', '', '', undefined, undefined],
  ])('says of %s%s: %j %j', (path, search, kind, title, opensAt) =>
    expect(describeLink(path, search)).toEqual({ kind, title, facts: [], opensAt }),
  );
  it('does not fail on a path that cannot be decoded', () =>
    expect(describeLink('/%E0%A4%A', '').title).toBeUndefined());
  it('ignores a tab that does not exist', () =>
    expect(describeLink(service, '?tab=constructor').opensAt).toBeUndefined());
  it('names no tab where the link has none', () => expect(describeLink(service, '').opensAt).toBeUndefined());
});
