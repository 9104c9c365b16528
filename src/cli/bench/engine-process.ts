/** One engine on one corpus in a process of its own, so that memory is its own; prints one line of JSON. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { corpusOf } from './corpus.ts';
import { measureQueries, spread } from './duplicates.ts';
import { ENGINES } from './engines.ts';

const [name = '', size = '0', count = '0', used = '0', folder = ''] = process.argv.slice(2);

/** What lives now. Buffers of files that were read are freed a moment after they are unused. */
const memory = async (): Promise<number> => {
  for (let times = 0; times < 3; times += 1) {
    (globalThis as { gc?: () => void }).gc?.();
    await new Promise((wake) => setTimeout(wake, 20));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

const engine = ENGINES[name];
if (!engine) throw new Error(`There is no engine "${name}".`);
const corpus = await corpusOf(folder === '' ? undefined : folder, Number(size), Number(count));
const before = await memory();
const started = performance.now();
const made = engine.make(corpus.reports);
const buildMs = performance.now() - started;
const bytes = made.bytes ?? (await memory()) - before;
const draft = mkdtempSync(join(tmpdir(), 'bench-'));
const path = join(draft, 'index');
let loadMs: number | null = null;
let fileBytes: number | null = null;
if (made.save && made.load) {
  made.save(path);
  fileBytes = statSync(path).size;
  const loading = performance.now();
  made.load(path);
  loadMs = performance.now() - loading;
}
const queries = spread(corpus.queries, Number(used));
// The first searches compile the code; they are nobody's experience of a server that runs for days.
for (const query of queries.slice(0, 5)) made.search(query);
const measured = await measureQueries(queries, (query) => made.search(query));
made.close?.();
rmSync(draft, { recursive: true, force: true });
writeFileSync(
  1,
  `${JSON.stringify({ ...measured, buildMs, loadMs, bytes, fileBytes, documents: corpus.reports.length, real: corpus.real })}\n`,
);
