/**
 * What a second replica adds, on PostgreSQL: the same load over one process and over two. Where there are too few cores for a
 * real pair, what would hold a pair up is measured instead: processor time, statements, lost races and waiting for each other.
 */
import { availableParallelism } from 'node:os';
import type { Engine } from '../../store/engine.ts';
import { isPostgres, openEngine } from '../../store/open.ts';
import { startLoad, triageTurns } from './load/drive.ts';
import { type Program, startProgram } from './load/program.ts';

export const title = 'A second replica';

const CONVERSATIONS = 200;
/** Of each replica: twice the bots serve twice the people. */
const AT_ONCE = 16;
const ROUNDS = 4;
/** Rounds for each replica until its code is compiled; with two of them each sees half of a round. */
const WARM_UP = 2;
/** Bot, bot, database and load each want one. */
const CORES_MIN = 4;
const SAMPLE_EVERY_MS = 10;
/** What a second replica is to add where cores allow. */
const FACTOR_MIN = 1.6;

export async function run(): Promise<string> {
  const url = process.env.TRIAGE_DB ?? '';
  if (!isPostgres(url)) return 'Skipped: set TRIAGE_DB=postgres://… to an empty database.';
  const database = await openEngine(url);
  try {
    // In turns, so that whatever else the machine does hits both.
    const one = await throughput(url, 1, database);
    const two = await throughput(url, 2, database);
    const row = (name: string, { perSecond, cpuMs, transactions, lost, waiting }: Measured) =>
      `| ${name} | ${Math.round(perSecond)} | ${cpuMs.toFixed(2)} | ${transactions.toFixed(1)} | ${lost} | ${(waiting * 100).toFixed(1)} % |`;
    const head =
      '| replicas | turns a second | processor ms a turn, all bots | transactions a turn | lost races | waiting for each other |';
    return [head, '|---|---|---|---|---|---|', row('1', one), row('2', two), '', verdict(one, two)].join('\n');
  } finally {
    await database.close();
  }
}

function verdict(one: Measured, two: Measured): string {
  const cores = availableParallelism();
  const factor = two.perSecond / one.perSecond;
  if (cores >= CORES_MIN) {
    const held = factor >= FACTOR_MIN ? 'holds' : 'is MISSED';
    return `A second replica gives **${factor.toFixed(2)}** times the turns: ${FACTOR_MIN} ${held}.`;
  }
  // Processor time is no measure where four programs share two cores; what the replicas do to each other is.
  const possible = 2 * Math.min(1, one.transactions / two.transactions) * (1 - two.waiting);
  const free =
    possible >= FACTOR_MIN ? 'nothing that replicas share stands against' : 'what replicas share stands AGAINST';
  return [
    `Only ${cores} cores, shared by bots, database and load: neither the factor of ${factor.toFixed(2)} nor the processor time says anything of a real pair.`,
    `By statements, lost races and waiting, ${free} ${FACTOR_MIN} with a core for each. Derived, not measured.`,
  ].join(' ');
}

type Measured = {
  perSecond: number;
  cpuMs: number;
  transactions: number;
  /** Deadlocks and transactions that were rolled back. */
  lost: number;
  /** Share of looks at the database that found a statement of ours waiting for a lock, per bot. */
  waiting: number;
};

type Counts = { commits: number; lost: number };

async function counts(database: Engine): Promise<Counts> {
  const [row] = await database.query(
    'SELECT xact_commit AS commits, xact_rollback + deadlocks AS lost FROM pg_stat_database WHERE datname = current_database()',
  );
  return { commits: Number(row?.commits), lost: Number(row?.lost) };
}

/** Looks again and again whether somebody waits for somebody else's lock. */
function watchWaiting(database: Engine): () => Promise<{ looks: number; waiting: number }> {
  const seen = { looks: 0, waiting: 0 };
  let isOver = false;
  const looking = (async () => {
    while (!isOver) {
      const [row] = await database.query(
        "SELECT COUNT(*) AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
      );
      seen.looks++;
      seen.waiting += Number(row?.waiting);
      await new Promise((wake) => setTimeout(wake, SAMPLE_EVERY_MS));
    }
  })();
  return async () => {
    isOver = true;
    await looking;
    return seen;
  };
}

/** Turns a second, best of some rounds, over so many replicas in turn; the rest over all rounds that count. */
async function throughput(url: string, replicas: number, database: Engine): Promise<Measured> {
  const load = await startLoad();
  const bots: Program[] = [];
  try {
    for (let count = 0; count < replicas; count++) {
      bots.push(
        await startProgram(['src/run.js', 'start', '--no-client'], { TRIAGE_DB: url, TRIAGE_LOG_LEVEL: 'silent' }),
      );
    }
    const cpu = () => bots.reduce((sum, bot) => sum + bot.cpuMs(), 0);
    const total = { turns: 0, commits: 0, lost: 0, looks: 0, waiting: 0 };
    let [perSecond, cpuMs] = [0, Number.POSITIVE_INFINITY];
    for (let round = 0; round < ROUNDS + WARM_UP * replicas; round++) {
      const activities = [...triageTurns(CONVERSATIONS, load.serviceUrl, `${process.pid}-${replicas}-${round}`)];
      // The driver sends one stream to each replica; which conversation goes where changes from turn to turn.
      const streams = (): Promise<unknown>[] =>
        bots.map((bot, at) =>
          load.play(
            bot.url,
            activities.filter((_, index) => (index + Math.floor(index / CONVERSATIONS)) % replicas === at),
            AT_ONCE,
          ),
        );
      const before = await counts(database);
      const stopWatching = watchWaiting(database);
      const [cpuBefore, start] = [cpu(), performance.now()];
      await Promise.all(streams());
      const seconds = (performance.now() - start) / 1000;
      const cpuOfTurn = (cpu() - cpuBefore) / activities.length;
      const seen = await stopWatching();
      // The server tells its counts now and then.
      await new Promise((wake) => setTimeout(wake, 1200));
      const after = await counts(database);
      if (round < WARM_UP * replicas) continue;
      perSecond = Math.max(perSecond, activities.length / seconds);
      cpuMs = Math.min(cpuMs, cpuOfTurn);
      total.turns += activities.length;
      total.commits += after.commits - before.commits - seen.looks;
      total.lost += after.lost - before.lost;
      total.looks += seen.looks;
      total.waiting += seen.waiting;
    }
    return {
      perSecond,
      cpuMs,
      transactions: total.commits / total.turns,
      lost: total.lost,
      waiting: total.waiting / Math.max(1, total.looks) / (AT_ONCE * replicas),
    };
  } finally {
    for (const bot of bots) await bot.stop();
    await load.stop();
  }
}
