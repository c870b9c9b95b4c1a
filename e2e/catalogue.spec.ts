import type { Page } from '@playwright/test';
import { groupBy } from '../src/domain/group-by.ts';
import { look } from './catalogue/look.ts';
import { admin, type Scene, type Screen, type State } from './catalogue/state.ts';
import { check } from './catalogue/states/check.ts';
import { find } from './catalogue/states/find.ts';
import { fleet } from './catalogue/states/fleet.ts';
import { service } from './catalogue/states/service.ts';
import { settings } from './catalogue/states/settings.ts';
import { signIn } from './catalogue/states/sign-in.ts';
import { expect, test } from './fixtures.ts';

test.describe.configure({ mode: 'parallel' });

/** So many states share a sign-in; more would keep one worker busy while the other has nothing left. */
const statesPerTest = 8;
const longestMs = 15_000;

for (const screen of [fleet, service, find, check, settings, signIn]) {
  for (const [user, states] of groupBy(screen.states, ({ user = admin }) => user)) {
    for (const part of parts(states)) {
      const names = `${part[0]?.name} and ${part.length - 1} more`;
      test(`${screen.screen}, as ${user}: ${names}`, async ({ page, context, sandbox, signInAs }) => {
        test.setTimeout(part.length * 120_000);
        page.setDefaultTimeout(longestMs);
        if (!screen.signedOut) {
          await signInAs(user, '/settings');
          await expect(page.getByRole('heading', { name: 'About' })).toBeVisible();
        }
        const found: string[] = [];
        for (const state of part) {
          await test.step(state.name, async () => {
            const problem = await enter(state, { page, context, sandbox });
            const seen = problem === undefined ? await look(page, screen.screen, state.name) : [problem];
            found.push(...seen);
            await leave({ page, context, sandbox });
          });
        }
        expect(found).toEqual([]);
      });
    }
  }
}

/** Why the state does not come up, where it does not: the others are looked at all the same. */
async function enter(state: State, scene: Scene): Promise<string | undefined> {
  await state.before?.(scene);
  await scene.page.goto(state.address);
  try {
    await state.act?.(scene);
    await state.shows(scene.page).waitFor({ timeout: longestMs });
    return undefined;
  } catch (error) {
    return `${state.name} was not reached: ${String(error).slice(0, 300)}`;
  }
}

/** The next state starts from nothing: no fault, no route, nothing recorded. What is left is the sign-in. */
async function leave({ page, context, sandbox }: Scene): Promise<void> {
  await context.setOffline(false);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  sandbox.reset();
  await forget(page, sandbox.appOrigin);
}

async function forget(page: Page, origin: string): Promise<void> {
  await page.goto('about:blank');
  const browser = await page.context().newCDPSession(page);
  await browser.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await browser.detach();
}

function parts(states: Screen['states']): readonly Screen['states'][] {
  const count = Math.ceil(states.length / statesPerTest);
  return Array.from({ length: count }, (_, at) => states.filter((_state, index) => index % count === at));
}
