/** What a turn costs beside that of the barest bot: both run in the same minute on the same core. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Load, searches, startLoad, triageTurns } from './load/drive.ts';
import { type Program, startProgram } from './load/program.ts';

export const title = 'Turns beside a bare Bot Framework echo bot with state';

/** Bots are measured in turns, so that whatever else the machine does hits both. */
const ROUNDS = 3;
const CONVERSATIONS = 250;
const SEARCHES = 1000;
const AT_ONCE = 8;
const BOT_CORE = 0;

const ECHO = ['src/bot/echo-bot.ts', '{port}'];
const OURS = ['src/run.js', 'start', '--no-client'];

type Kind = { name: string; activities: (load: Load, round: string) => Iterable<object> };
const KINDS: readonly Kind[] = [
  { name: 'triage turn', activities: ({ serviceUrl }, round) => triageTurns(CONVERSATIONS, serviceUrl, round) },
  { name: 'search invoke', activities: ({ serviceUrl }) => searches(SEARCHES, serviceUrl) },
];

type Measured = { cpuUs: number; p50Ms: number; p95Ms: number; perSecond: number };

export async function run(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'triage-bench-'));
  const load = await startLoad();
  const env = { TRIAGE_DB: join(folder, 'bench.db'), TRIAGE_LOG_LEVEL: 'info' };
  const bots = { echo: await startProgram(ECHO, {}, BOT_CORE), ours: await startProgram(OURS, env, BOT_CORE) };
  try {
    const lines = [
      '| what | bare echo: CPU each | ours: CPU each | ratio | ours: p50 / p95 | ours a second |',
      '|---|---|---|---|---|---|',
    ];
    for (const kind of KINDS) {
      const best = {
        echo: await best3(kind, load, bots.echo, 'echo'),
        ours: await best3(kind, load, bots.ours, 'ours'),
      };
      const { echo, ours } = best;
      lines.push(
        `| ${kind.name} | ${us(echo.cpuUs)} | ${us(ours.cpuUs)} | **${(ours.cpuUs / echo.cpuUs).toFixed(2)}** | ` +
          `${ours.p50Ms.toFixed(1)} / ${ours.p95Ms.toFixed(1)} ms | ${Math.round(ours.perSecond)} |`,
      );
    }
    const start = `Start to the first answer: ${Math.round(bots.ours.startMs)} ms (echo ${Math.round(bots.echo.startMs)} ms). `;
    return `${lines.join('\n')}\n\n${start}Memory after it: ${Math.round(bots.ours.memoryMb())} MB (echo ${Math.round(bots.echo.memoryMb())} MB).`;
  } finally {
    await bots.echo.stop();
    await bots.ours.stop();
    await load.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The first round warms up; the least of the others is what the work costs, the rest is the machine. */
async function best3(kind: Kind, load: Load, bot: Program, name: string): Promise<Measured> {
  const rounds: Measured[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const activities = [...kind.activities(load, `${name}-${round}`)];
    const [cpu, clock] = [bot.cpuMs(), performance.now()];
    const times = (await load.play(bot.url, activities, AT_ONCE)).sort((a, b) => a - b);
    const seconds = (performance.now() - clock) / 1000;
    const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
    const cpuUs = ((bot.cpuMs() - cpu) * 1000) / times.length;
    if (round > 0) rounds.push({ cpuUs, p50Ms: at(0.5), p95Ms: at(0.95), perSecond: times.length / seconds });
  }
  return rounds.reduce((a, b) => (b.cpuUs < a.cpuUs ? b : a));
}

const us = (value: number): string => `${Math.round(value)} µs`;
