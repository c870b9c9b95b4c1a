import type { FileRecord } from '../../domain/timeline/file.ts';
import type { ServiceKey } from '../schema.ts';
import { PartBuilder, serviceOf, type TeamPart } from './team-part.ts';

/** Characters in memory before what is there is handed on, and of one part. */
const limits = { buffer: 8_000_000, part: 1_000_000 } as const;

/**
 * Puts the lines of a file together by service, in bounded memory. A recorder writes service by service, so a service is
 * whole when the next one begins; a file in another order gives several parts of a service, and the same history.
 */
export class TeamGrouper {
  private readonly open = new Map<ServiceKey, PartBuilder>();
  private length = 0;

  /** Returns parts that are finished. */
  add(records: readonly FileRecord[]): readonly TeamPart[] {
    const parts: TeamPart[] = [];
    for (const record of records) {
      const service = serviceOf(record);
      const builder = this.open.get(service) ?? new PartBuilder(service);
      this.open.set(service, builder);
      const before = builder.length;
      builder.add(record);
      this.length += builder.length - before;
      if (builder.length >= limits.part) this.close(builder, parts);
      if (this.length >= limits.buffer)
        for (const other of [...this.open.values()]) if (other !== builder) this.close(other, parts);
    }
    return parts;
  }

  /** The parts that were still open. */
  finish(): readonly TeamPart[] {
    const parts: TeamPart[] = [];
    for (const builder of [...this.open.values()]) this.close(builder, parts);
    return parts;
  }

  private close(builder: PartBuilder, parts: TeamPart[]): void {
    this.open.delete(builder.service);
    this.length -= builder.length;
    const part = builder.build();
    if (part) parts.push(part);
  }
}
