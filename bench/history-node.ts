import 'fake-indexeddb/auto';
import { runHistoryBench } from './history-run.ts';

/** `npx tsx bench/history-node.ts [services]`: the store on an IndexedDB in memory. */
await runHistoryBench(Number(process.argv[2] ?? 10_000), line => console.log(line));
