/** What a second replica adds, on PostgreSQL: the same load over one process and over two. */
import { availableParallelism } from 'node:os';
import { isPostgres } from '../../store/open.ts';
import { startLoad, triageTurns } from './load/drive.ts';
import { type Program, startProgram } from './load/program.ts';

export const title = 'A second replica';

const CONVERSATIONS = 200;
const AT_ONCE = 16;
/** The first two warm up. */
const ROUNDS = 5;
/** Bot, bot, database and load each want one. */
const CORES_MIN = 4;

export async function run(): Promise<string> {
  const url = process.env.TRIAGE_DB ?? '';
  if (!isPostgres(url)) return 'Skipped: set TRIAGE_DB=postgres://… to an empty database.';
  const one = await throughput(url, 1);
  const two = await throughput(url, 2);
  const cores = availableParallelism();
  const cpu = `Processor time of all bots: ${one.cpuMs.toFixed(2)} ms a turn with one, ${two.cpuMs.toFixed(2)} ms with two.`;
  const note =
    cores < CORES_MIN ? ` (only ${cores} cores here, shared by bots, database and load: no figure of a real pair)` : '';
  const factor = (two.perSecond / one.perSecond).toFixed(2);
  return `One replica: ${Math.round(one.perSecond)} turns a second. Two: ${Math.round(two.perSecond)}. Factor: **${factor}**${note}. ${cpu}`;
}

type Measured = { perSecond: number; cpuMs: number };

/** Turns a second, best of some rounds, over so many replicas in turn. */
async function throughput(url: string, replicas: number): Promise<Measured> {
  const load = await startLoad();
  const bots: Program[] = [];
  try {
    for (let count = 0; count < replicas; count++) {
      bots.push(
        await startProgram(['src/run.js', 'start', '--no-client'], { TRIAGE_DB: url, TRIAGE_LOG_LEVEL: 'silent' }),
      );
    }
    let best: Measured = { perSecond: 0, cpuMs: 0 };
    const cpu = () => bots.reduce((sum, bot) => sum + bot.cpuMs(), 0);
    for (let round = 0; round <= ROUNDS; round++) {
      const activities = [...triageTurns(CONVERSATIONS, load.serviceUrl, `${process.pid}-${replicas}-${round}`)];
      // The driver sends one stream to each replica; which conversation goes where changes from turn to turn.
      const streams = bots.map((bot, at) =>
        load.play(
          bot.url,
          activities.filter((_, index) => (index + Math.floor(index / CONVERSATIONS)) % replicas === at),
          AT_ONCE / replicas,
        ),
      );
      const [before, start] = [cpu(), performance.now()];
      await Promise.all(streams);
      const perSecond = (activities.length / (performance.now() - start)) * 1000;
      const measured = { perSecond, cpuMs: (cpu() - before) / activities.length };
      if (round > 1 && perSecond > best.perSecond) best = measured;
    }
    return best;
  } finally {
    for (const bot of bots) await bot.stop();
    await load.stop();
  }
}
