import type { ServiceRegion } from '../service.ts';
import type { Entry, Unknown, Warning } from './contract.ts';
import type { Finding } from './notices.ts';
import type { Purpose } from './purpose.ts';

/** Some of the guidance for a service; parts are joined and put in order at the end. */
export type Part = {
  readonly entries: readonly Entry[];
  readonly warnings: readonly Warning[];
  readonly unknown: readonly Unknown[];
};

export function part({ entries = [], warnings = [], unknown = [] }: Partial<Part>): Part {
  return { entries, warnings, unknown };
}

export function joinParts(parts: readonly Part[]): Part {
  return {
    entries: parts.flatMap(({ entries }) => entries),
    warnings: parts.flatMap(({ warnings }) => warnings),
    unknown: parts.flatMap(({ unknown }) => unknown),
  };
}

/** Findings as warnings, of one region or of the whole service. */
export function warningsOf(findings: readonly Finding[], region?: ServiceRegion): readonly Warning[] {
  return findings.map(({ code, text }) => ({ code, ...place(region), text }));
}

/** Findings as unknowns of one purpose, of one region or of the whole service. */
export function unknownsOf(
  findings: readonly Finding[],
  purpose: Purpose,
  region?: ServiceRegion,
): readonly Unknown[] {
  return findings.map(({ code, text }) => ({ code, ...place(region), purpose, text }));
}

/** The `region` key of the contract, absent for what holds for the whole service. */
export function place(region?: ServiceRegion): { readonly region?: string } {
  return region ? { region: region.name } : {};
}
