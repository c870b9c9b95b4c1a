import { armName, armSegment } from '../arm-id.ts';
import { unreadWords } from '../guidance/unread-words.ts';
import type { Unread } from '../network-facts.ts';

/** A subnet or private endpoint in use whose addresses are not known. */
export type UnreadPlace = {
  readonly kind: 'subnet' | 'private-endpoint';
  /** ARM id. */
  readonly id: string;
  readonly fact: Unread;
};

/** `4 subnets or private endpoints could not be read`, as the beginning of a sentence. */
export function unreadCountText(count: number): string {
  return `${count} ${count === 1 ? 'subnet or private endpoint' : 'subnets or private endpoints'} could not be read`;
}

/** Which it is and why it was not read, as a sentence. */
export function unreadPlaceText({ kind, id, fact }: UnreadPlace): string {
  const network = armSegment(id, 'virtualNetworks');
  const group = armSegment(id, 'resourceGroups');
  const what = kind === 'subnet' ? 'Subnet' : 'Private endpoint';
  const where = [network && `of ${network}`, group && `in ${group}`].filter(Boolean).join(' ');
  return unreadWords(`${what} ${armName(id)} ${where}`.trim(), fact);
}
