import type { Cloud } from './cloud.ts';

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** True on the sandbox: its Resource Manager stands on this computer, so nothing on screen is anybody's Azure. */
export function isSampleData({ name, resourceManager }: Pick<Cloud, 'name' | 'resourceManager'>): boolean {
  return name === 'Sandbox' && loopback.has(new URL(resourceManager).hostname);
}
