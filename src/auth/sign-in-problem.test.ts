import { AuthError } from '@azure/msal-browser';
import { describe, expect, it } from 'vitest';
import { signInProblem } from './sign-in-problem.ts';

const refused = (number: string) =>
  new AuthError(
    'invalid_request',
    'c-1',
    `AADSTS${number}: Entra's own words. Trace ID: 1 Correlation ID: 2`,
  );

describe('a sign-in that Entra refuses', () => {
  it('to an app of one tenant that config.json does not name is explained', () =>
    expect(signInProblem(refused('50194'))).toMatchObject({
      title: 'The app is registered for one tenant, and config.json names none',
      code: 'AADSTS50194',
    }));

  it('for a reason that has no words here is told in Entra’s', () =>
    expect(signInProblem(refused('99'))).toMatchObject({
      title: 'Sign-in did not work',
      text: "AADSTS99: Entra's own words.",
      code: 'AADSTS99',
    }));
});
