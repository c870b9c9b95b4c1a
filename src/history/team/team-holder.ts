import { emptyHistory, type History, mergeHistories } from '../../domain/timeline/history.ts';
import type { ServiceKey } from '../schema.ts';
import { historyOfPart, type TeamPart } from './team-part.ts';

/** A team's file in memory: as lines, which take a tenth of the room of what they say. */
export class TeamHolder {
  private readonly parts = new Map<ServiceKey, TeamPart[]>();

  get services(): readonly ServiceKey[] {
    return [...this.parts.keys()];
  }

  async add(parts: readonly TeamPart[]): Promise<void> {
    for (const part of parts) {
      const own = this.parts.get(part.service);
      if (own) own.push(part);
      else this.parts.set(part.service, [part]);
    }
  }

  historyOf(service: ServiceKey): History {
    const own = this.parts.get(service) ?? [];
    return own.length === 0 ? emptyHistory : mergeHistories(...own.map(historyOfPart));
  }
}
