import type { Unread } from '../network-facts.ts';

/** Why `what` is not known, as a sentence that names the missing right where a right is missing. */
export function unreadWords(what: string, { reason, action }: Unread): string {
  switch (reason) {
    case 'forbidden':
      return action
        ? `${what} could not be read: the right ${action} is missing.`
        : `${what} could not be read: a right is missing.`;
    case 'not-found':
      return `${what} was not found, or you have no right to see it.`;
    case 'not-read':
      return `${what} was not read.`;
    case 'failed':
      return `${what} could not be read: the call failed.`;
  }
}
