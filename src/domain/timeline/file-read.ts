import * as v from 'valibot';
import type { Change } from './change.ts';
import {
  type FileHead,
  type FileRecord,
  fileFormat,
  fileLimits,
  fileVersion,
  headSchema,
  recordSchema,
} from './file.ts';
import type { History } from './history.ts';
import type { Observation } from './observation.ts';

/** Whose history the reader expects; a file of another cloud or tenant is refused. */
export type ExpectedOwner = { readonly cloud: string; readonly tenant: string };

/** Why a file was refused, with the line (the first is 1). */
export type FileProblem = { readonly line: number; readonly reason: string };

export type FileResult =
  | { readonly ok: true; readonly head: FileHead; readonly lines: number }
  | ({ readonly ok: false } & FileProblem);

class Refused extends Error {
  readonly problem: FileProblem;
  constructor(line: number, reason: string) {
    super(reason);
    this.problem = { line, reason };
  }
}

/**
 * Reads a history file piece by piece and hands over its records in batches, in the order of the file. Nothing is
 * believed before the whole file was read: whoever uses the records must drop them if the result is not ok.
 * Bytes are read as strict UTF-8; a file of more than `longest` characters is refused. Never throws for what is in the file; an error of `chunks` or of `use` passes through.
 */
export async function readHistoryFile(
  chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  expected: ExpectedOwner,
  use: (records: readonly FileRecord[]) => void | Promise<void>,
  longest: number = fileLimits.streamed,
): Promise<FileResult> {
  const reader = new LineReader(expected, longest);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of chunks) {
      const records = reader.push(typeof chunk === 'string' ? chunk : decode(decoder, chunk, reader));
      if (records.length > 0) await use(records);
    }
    const rest = reader.end(decode(decoder, undefined, reader));
    if (rest.length > 0) await use(rest);
    return { ok: true, head: reader.requiredHead(), lines: reader.line };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, ...error.problem };
    throw error;
  }
}

function decode(decoder: TextDecoder, bytes: Uint8Array | undefined, reader: LineReader): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch {
    throw new Refused(reader.line + 1, 'is not UTF-8 text');
  }
}

class LineReader {
  /** Lines read so far. */
  line = 0;
  private length = 0;
  private rest = '';
  private blank = 0;
  private head: FileHead | undefined;

  constructor(
    private readonly expected: ExpectedOwner,
    private readonly longest: number,
  ) {}

  push(text: string): FileRecord[] {
    this.length += text.length;
    if (this.length > this.longest)
      throw new Refused(this.line + 1, `the file has more than ${this.longest} characters`);
    const parts = (this.rest + text).split('\n');
    this.rest = parts.pop() ?? '';
    this.checkLength(this.rest);
    return parts.flatMap(part => this.read(part));
  }

  end(text: string): FileRecord[] {
    const records = this.push(text);
    return this.rest.trim() === '' ? records : [...records, ...this.read(this.rest)];
  }

  requiredHead(): FileHead {
    if (!this.head) throw new Refused(1, 'the file is empty');
    return this.head;
  }

  private checkLength(text: string): void {
    if (text.length > fileLimits.line)
      throw new Refused(this.line + 1, `is longer than ${fileLimits.line} characters`);
  }

  private read(raw: string): FileRecord[] {
    this.checkLength(raw);
    this.line += 1;
    if (this.line > fileLimits.lines)
      throw new Refused(this.line, `the file has more than ${fileLimits.lines} lines`);
    const text = this.line === 1 ? raw.replace(/^\uFEFF/, '').trim() : raw.trim();
    if (text === '') {
      this.blank = this.blank || this.line;
      return [];
    }
    if (this.blank > 0) throw new Refused(this.blank, 'is empty');
    const value = parseJson(text, this.line);
    if (this.head) return [parseRecord(value, this.line)];
    this.head = parseHead(value, this.expected);
    return [];
  }
}

function parseJson(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(line, 'is not JSON');
  }
}

function problemOf([issue]: readonly [v.BaseIssue<unknown>, ...unknown[]]): string {
  const path = issue.path?.map(part => String(part.key)).join('.') ?? '';
  const missing = issue.received === 'undefined' ? 'is missing' : issue.message;
  return path ? `${path.slice(0, 200)}: ${missing}` : missing;
}

function parseRecord(value: unknown, line: number): FileRecord {
  const result = v.safeParse(recordSchema, value, { abortEarly: true });
  if (!result.success) throw new Refused(line, problemOf(result.issues));
  return result.output;
}

function parseHead(value: unknown, expected: ExpectedOwner): FileHead {
  const result = v.safeParse(headSchema, value, { abortEarly: true });
  if (!result.success) throw new Refused(1, `not a history file: ${problemOf(result.issues)}`);
  const { version, exportedAt, cloud, tenant } = result.output;
  if (version !== fileVersion)
    throw new Refused(
      1,
      `${fileFormat} version ${version} is not known here; this program reads ${fileVersion}`,
    );
  if (cloud.toLowerCase() !== expected.cloud.toLowerCase())
    throw new Refused(1, `recorded in the cloud ${cloud}, not in ${expected.cloud}`);
  if (tenant.toLowerCase() !== expected.tenant.toLowerCase())
    throw new Refused(1, `recorded in the tenant ${tenant}, not in ${expected.tenant}`);
  return { exportedAt, cloud, tenant };
}

/** A line that was read from a file before and kept; undefined where it is damaged. */
export function recordOfLine(line: string): FileRecord | undefined {
  try {
    return parseRecord(JSON.parse(line), 0);
  } catch {
    return undefined;
  }
}

export type HistoryResult =
  | { readonly ok: true; readonly head: FileHead; readonly lines: number; readonly history: History }
  | ({ readonly ok: false } & FileProblem);

/** A whole file as a history, all or nothing. Observed changes are left out: they follow from the observations. */
export async function readHistory(
  chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  expected: ExpectedOwner,
  longest: number = fileLimits.whole,
): Promise<HistoryResult> {
  const observations: Observation[] = [];
  const changes: Change[] = [];
  const result = await readHistoryFile(
    chunks,
    expected,
    records => {
      for (const record of records) {
        if (record.type === 'observation') observations.push(record.observation);
        else if (record.change.source !== 'observed') changes.push(record.change);
      }
    },
    longest,
  );
  return result.ok ? { ...result, history: { observations, changes } } : result;
}
