import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useAzure } from '../../azure/azure-context.ts';
import { collectProblems } from './collect-problems.ts';
import type { Problem } from './problem.ts';

/** Reads of a large fleet move the cache many times a second; a problem can be told a moment later. */
const lookEveryMs = 300;
const none: readonly Problem[] = [];

/** What this account's reads lack now; it follows the reads. */
export function useProblems(): readonly Problem[] {
  const queries = useQueryClient();
  const azure = useAzure();
  const [problems, setProblems] = useState(none);
  useEffect(() => {
    const { activity } = azure.arm;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      timer = undefined;
      const next = collectProblems(queries, azure, activity.waits());
      setProblems(last => (sameProblems(last, next) ? last : next));
    };
    const soon = () => {
      timer ??= setTimeout(look, lookEveryMs);
    };
    look();
    const stops = [queries.getQueryCache().subscribe(soon), activity.subscribe(soon)];
    return () => {
      for (const stop of stops) stop();
      clearTimeout(timer);
    };
  }, [queries, azure]);
  return problems;
}

function sameProblems(a: readonly Problem[], b: readonly Problem[]): boolean {
  const same = (one: Problem, other: Problem | undefined) =>
    one.key === other?.key &&
    one.at === other.at &&
    one.reason === other.reason &&
    one.retry.by === other.retry.by &&
    one.isShown === other.isShown;
  return a.length === b.length && a.every((one, index) => same(one, b[index]));
}
