import { describe, expect, it } from 'vitest';
import { describeLink } from './link.ts';

const service = '/subscriptions/6f2b/resourceGroups/rg%20a/providers/Microsoft.ApiManagement/service/contoso';

describe('describeLink', () => {
  it('names the service of a deep link and the tab it opens at', () => {
    expect(describeLink(service, '?tab=guidance&x=1')).toMatchObject({
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
  it('leaves text as text', () => expect(describeLink('/find', '?q=10.10').title).toBe('10.10'));
  it('has nothing to say of the start page', () => expect(describeLink('/', '').title).toBeUndefined());
  it('does not fail on a path that cannot be decoded', () =>
    expect(describeLink('/%E0%A4%A', '').title).toBeUndefined());
  it('ignores a tab that does not exist', () =>
    expect(describeLink(service, '?tab=constructor').opensAt).toBeUndefined());
});
