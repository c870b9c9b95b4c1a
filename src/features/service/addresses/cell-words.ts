import type { RoleCell } from '../../../domain/guidance/address-roles.ts';
import { noticeOf } from '../../../domain/guidance/notices.ts';
import { lowerFirst } from '../../../domain/lower-first.ts';

export type CellWords = {
  /** What stands where an address would: undefined where there is one. */
  readonly instead: string | undefined;
  /** The line below. */
  readonly note: string;
  /** The values are shown, but must not be relied on. */
  readonly doubtful: boolean;
};

export type CellContext = {
  /** The facts that the cell waits for are being read. */
  readonly loading: boolean;
  /** Azure's term in the head of the column: a note that says the same again is left out. */
  readonly term: string;
};

/** The words around a cell's values. */
export function cellWords(cell: RoleCell, { loading, term }: CellContext): CellWords {
  switch (cell.kind) {
    case 'addresses':
    case 'host-names':
      return { instead: undefined, note: cell.note === term ? '' : cell.note, doubtful: false };
    case 'shared':
      return { instead: 'Shared', note: cell.note, doubtful: false };
    case 'reported-not-dedicated':
      return { instead: undefined, note: `reported, not dedicated; ${cell.note}`, doubtful: true };
    case 'none':
      return { instead: '–', note: cell.note === term ? '' : cell.note, doubtful: false };
    case 'unknown':
      return unknownWords(cell, loading);
  }
}

function unknownWords(cell: Extract<RoleCell, { kind: 'unknown' }>, loading: boolean): CellWords {
  const title = noticeOf(cell.code).title;
  const reported = cell.reported.length > 0;
  if (cell.pending) {
    const state = loading ? 'reading the network' : 'network not read yet';
    return {
      instead: reported ? undefined : 'Not read yet',
      note: reported ? `reported; ${state}` : state,
      doubtful: true,
    };
  }
  return {
    instead: reported ? undefined : 'Unknown',
    note: reported ? `reported only: ${lowerFirst(title)}` : lowerFirst(title),
    doubtful: true,
  };
}
