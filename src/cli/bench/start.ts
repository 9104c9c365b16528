/** How long a bot needs from nothing to its first answer, with what ships and with a large store of issues. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { shippedIssues } from '../../issues/shipped.ts';
import type { StoredIssue } from '../../model/known-issue.ts';
import { openStore } from '../../store/open.ts';
import { corpusOf } from './corpus.ts';
import { message } from './load/drive.ts';
import { startProgram } from './load/program.ts';

export const title = 'From the start of the process to the first answer';

const SIZES = [0, 100_000];
const STARTS = 5;
const BATCH = 2000;
/** A hundred thousand issues are indexed once; every later start reads the file. */
const INDEXED_MS = 10 * 60_000;
const POLL_MS = 20;
const BOT = ['src/run.js', 'start', '--no-client'];
const QUESTION =
  'etcd lost quorum after a power cut, kubectl times out. AKS Arc on Azure Local 24H2, Kubernetes 1.31.4';

export async function run(): Promise<string> {
  const table = [
    '| issues in the store | first answer | index of the store loaded | CPU until then |',
    '|---|---|---|---|',
  ];
  for (const size of SIZES) {
    const folder = mkdtempSync(join(tmpdir(), 'triage-start-'));
    try {
      const env = { TRIAGE_DB: join(folder, 'bench.db'), TRIAGE_LOG_LEVEL: 'info' };
      await fill(env.TRIAGE_DB, size);
      // The first one builds what later ones read.
      await start(env);
      const starts: Start[] = [];
      for (let at = 0; at < STARTS; at++) starts.push(await start(env));
      const least = (of: keyof Start) => Math.round(Math.min(...starts.map((one) => one[of])));
      table.push(
        `| ${size.toLocaleString('en')} | ${least('answerMs')} ms | ${least('readyMs')} ms | ${least('cpuMs')} ms |`,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return table.join('\n');
}

type Start = { answerMs: number; readyMs: number; cpuMs: number };

async function start(env: Record<string, string>): Promise<Start> {
  const began = performance.now();
  const bot = await startProgram(BOT, env);
  try {
    await ask(bot.url);
    const answerMs = performance.now() - began;
    while (!(await isReady(bot.url))) {
      if (performance.now() - began > INDEXED_MS) throw new Error('The index of the benchmark was not built.');
      await wait(POLL_MS);
    }
    return { answerMs, readyMs: performance.now() - began, cpuMs: bot.cpuMs() };
  } finally {
    await bot.stop();
  }
}

async function ask(url: string): Promise<void> {
  const activity = {
    ...message(`start-${Date.now()}`, 'http://127.0.0.1:9/', QUESTION),
    deliveryMode: 'expectReplies',
  };
  const answer = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  });
  const { activities } = (await answer.json()) as { activities: unknown[] };
  if (activities.length === 0) throw new Error('The bot of the benchmark said nothing.');
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/readyz`);
  await answer.body?.cancel();
  return answer.ok;
}

async function fill(url: string, size: number): Promise<void> {
  const store = await openStore(url);
  const { reports } = await corpusOf(undefined, size, 0);
  const like = shippedIssues()[0] as StoredIssue;
  for (let from = 0; from < reports.length; from += BATCH) {
    await store.issues.upsert(
      reports.slice(from, from + BATCH).map(({ i, title: name, body, day }) => ({
        ...like,
        number: 1_000_000 + i,
        url: `https://github.com/${like.repo}/issues/${1_000_000 + i}`,
        title: name,
        body,
        updated: new Date(day * 86_400_000).toISOString(),
        signatures: [],
        duplicateOf: null,
        source: 'github' as const,
      })),
    );
  }
  await store.close();
}
