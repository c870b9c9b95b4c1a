import type { RegionRoles, RoleCell } from '../../../domain/guidance/address-roles.ts';
import { type NoticeCode, noticeOf } from '../../../domain/guidance/notices.ts';
import { regionLabel } from '../../../domain/region.ts';
import { roleColumns } from './role-columns.ts';

/** A doubt about addresses, said once for all regions that share it. */
export type AddressNote = {
  readonly code: NoticeCode;
  readonly level: 'unknown' | 'warning' | 'information';
  readonly regions: readonly string[];
  readonly text: string;
  /** Microsoft's page. */
  readonly docs: string;
};

/** What must be known beside the matrix: warnings first, then what is not known and why. What is still being read is left out. */
export function addressNotes(roles: readonly RegionRoles[]): readonly AddressNote[] {
  const notes = new Map<string, AddressNote>();
  function add(code: NoticeCode, text: string, region: string): void {
    const key = `${code} ${text}`;
    const known = notes.get(key);
    if (known?.regions.includes(region)) return;
    const { level, docs } = noticeOf(code);
    notes.set(key, { code, level, text, docs, regions: [...(known?.regions ?? []), region] });
  }
  for (const row of roles) {
    const region = regionLabel(row.region.displayName);
    for (const finding of row.warnings) if (finding.pending !== true) add(finding.code, finding.text, region);
    for (const cell of roleColumns.map(column => row[column])) {
      if (isAnswered(cell)) add(cell.code, cell.why, region);
    }
  }
  const order = { warning: 0, unknown: 1, information: 2 };
  return [...notes.values()].sort((a, b) => order[a.level] - order[b.level]);
}

function isAnswered(cell: RoleCell): cell is Extract<RoleCell, { kind: 'unknown' }> {
  return cell.kind === 'unknown' && !cell.pending;
}
