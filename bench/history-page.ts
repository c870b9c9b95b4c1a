import { runHistoryBench } from './history-run.ts';

/** Run by bench/history-chromium.ts inside the browser. */
const services = Number(new URLSearchParams(location.search).get('services') ?? 10_000);
await runHistoryBench(services, line => console.log(line));
const { usage } = await navigator.storage.estimate();
console.log(`storage of this origin: ${((usage ?? 0) / 1e6).toFixed(1)} MB`);
document.title = 'done';
