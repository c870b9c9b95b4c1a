import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestArm, type TestArm } from './test-arm.ts';

let sandbox: TestArm;
beforeAll(async () => {
  sandbox = await startTestArm({ scale: { subscriptions: 300, services: 2500, regionsEach: 3 } });
});
afterAll(() => sandbox.close());

const query =
  "resources | where type =~ 'microsoft.apimanagement/service' | project id, name, properties | order by id asc";

describe('a fleet of thousands', () => {
  it('comes whole from Resource Graph: no row dropped, none twice', async () => {
    const seen = new Set<string>();
    const sizes: number[] = [];
    for (let token: string | undefined, first = true; first || token; first = false) {
      const { body } = await sandbox.ask(
        '/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01',
        {
          method: 'POST',
          body: { query, options: { $top: 1000, ...(token ? { $skipToken: token } : {}) } },
        },
      );
      sizes.push(body.count);
      for (const { id } of body.data) seen.add(id);
      token = body.$skipToken;
    }
    expect(sizes).toEqual([1000, 1000, 500]);
    expect(seen.size).toBe(2500);
  });

  it('lists its subscriptions on one page, as Azure does', async () => {
    const { body } = await sandbox.ask('/subscriptions?api-version=2022-12-01');
    expect(body.value).toHaveLength(300);
    expect(body.nextLink).toBeUndefined();
  });

  it('has a subnet behind every region inside a network', async () => {
    const [service] = sandbox.arm.world.services.all().filter(one => one.mode === 'Internal');
    const subnet = service?.regions[0].subnetId ?? '';
    const { body } = await sandbox.ask(`${subnet}?api-version=2024-05-01`);
    expect(body.properties.addressPrefix).toMatch(/^10\..*\/27$/);
  });
});
