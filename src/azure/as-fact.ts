import { type Fact, known, type Unread, unread } from '../domain/network-facts.ts';
import { type ArmError, armErrorOf } from './arm-error.ts';

/** Why something is not known, in the words of the rules that need it. */
export function unreadOf(error: ArmError, action: string | null): Unread {
  if (error.kind === 'forbidden') return unread('forbidden', action);
  return unread(error.kind === 'not-found' ? 'not-found' : 'failed', action);
}

/**
 * A read as a fact: what came, or why it did not. `failed` is told of every failure.
 * @throws only what is no ArmError, such as the signal's reason.
 */
export async function asFact<T>(
  read: Promise<T>,
  action: string | null,
  failed: (error: ArmError) => void = () => {},
): Promise<Fact<T>> {
  try {
    return known(await read);
  } catch (cause) {
    const error = armErrorOf(cause);
    failed(error);
    return unreadOf(error, action);
  }
}

/** Facts about each of several things as one: known only where all of them are. */
export function allKnown<T>(facts: readonly Fact<T>[]): Fact<readonly T[]> {
  const values: T[] = [];
  for (const fact of facts) {
    if (fact.state === 'unknown') return fact;
    values.push(fact.value);
  }
  return known(values);
}
