/** Memory over many turns: what is kept for a conversation must stand in the store, not in the process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLoad, triageTurns } from './load/drive.ts';
import { startProgram } from './load/program.ts';

export const title = 'Memory over many turns';

const TURNS = 5000;
const TURNS_LARGE = 100_000;
const STEPS = 10;
const AT_ONCE = 8;
/** Turns of one conversation of the load, on average. */
const TURNS_EACH = 2.6;

export async function run({ large = false }: { large?: boolean } = {}): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'triage-memory-'));
  const load = await startLoad();
  const bot = await startProgram(['src/run.js', 'start', '--no-client'], {
    TRIAGE_DB: join(folder, 'memory.db'),
  });
  try {
    const turns = large ? TURNS_LARGE : TURNS;
    const rows: string[] = [];
    let done = 0;
    for (let step = 1; step <= STEPS; step++) {
      const activities = [...triageTurns(Math.round(turns / STEPS / TURNS_EACH), load.serviceUrl, `memory-${step}`)];
      await load.play(bot.url, activities, AT_ONCE);
      done += activities.length;
      rows.push(
        `| ${done.toLocaleString('en')} | ${Math.round(await heapMb(bot.url))} | ${Math.round(bot.memoryMb())} |`,
      );
    }
    return ['| turns | heap in use, MB | resident, MB |', '|---|---|---|', ...rows].join('\n');
  } finally {
    await bot.stop();
    await load.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The least of some looks: garbage comes and goes in between. */
async function heapMb(url: string): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let look = 0; look < 5; look++) {
    const text = await (await fetch(`${url}/metrics`)).text();
    least = Math.min(least, Number(/^nodejs_heap_size_used_bytes (\d+)/m.exec(text)?.[1]) / 1e6);
    await new Promise((wake) => setTimeout(wake, 200));
  }
  return least;
}
