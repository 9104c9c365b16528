/** How the cost of a turn grows with what it works on: length of the message, rules of the policy, conversations in the store. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDesk, type Desk } from '../../desk.ts';
import { IssueIndex } from '../../issues/search.ts';
import { shippedIssues } from '../../issues/shipped.ts';
import { loadKnowledge } from '../../knowledge.ts';
import { openStore } from '../../store/open.ts';
import { type Line, linePlot } from './plot.ts';

export const title = 'Cost as the work grows';

const LENGTHS = [100, 1000, 10_000, 100_000];
const RULE_FACTORS = [1, 2, 4, 8];
const CONVERSATIONS = [100, 1000, 10_000, 100_000];
const TRIES = 15;
const BATCH = 1000;
const DAY = '2026-11-20';
const PLOT = join(import.meta.dirname, '../../../docs/growth.svg');

const MESSAGE =
  'Since the update of 2026-10-02 kubectl times out: "rpc error: code = DeadlineExceeded". etcd lost quorum on cluster prod-7, ' +
  'Kubernetes v1.31.4, AKS Arc on Azure Local 24H2. Nodes moc-l1 and moc-l2 are NotReady. Nobody changed the VMs. ';

type Row = { what: string; size: number; ms: number };

export async function run({ plot = false }: { plot?: boolean } = {}): Promise<string> {
  const rows = [...byLength(), ...byRules(), ...(await byConversations())];
  if (plot) writeFileSync(PLOT, linePlot(plotOf(rows)));
  const kinds = [...new Set(rows.map(({ what }) => what))];
  const table = ['| what grows | cost of one at each size |', '|---|---|'];
  for (const kind of kinds) {
    const cells = rows
      .filter(({ what }) => what === kind)
      .map(({ size, ms }) => `${size.toLocaleString('en')}: ${ms.toFixed(2)} ms`);
    table.push(`| ${kind} | ${cells.join(' · ')} |`);
  }
  return `${table.join('\n')}\n\nKnown issues: see the section "search".`;
}

function plotOf(rows: readonly Row[]) {
  const lines: Line[] = Object.entries(Object.groupBy(rows, ({ what }) => what)).map(([name, of = []]) => ({
    name,
    points: of.map(({ size, ms }) => [size, ms]),
  }));
  return { title, x: 'size (characters, rules, conversations)', y: 'ms', logY: true, lines };
}

function byLength(): Row[] {
  const desk = deskWith(1);
  return LENGTHS.map((size) => {
    const text = MESSAGE.repeat(Math.ceil(size / MESSAGE.length)).slice(0, size);
    return { what: 'message (characters)', size, ms: median(() => desk.preview(text)) };
  });
}

function byRules(): Row[] {
  return RULE_FACTORS.map((factor) => {
    const desk = deskWith(factor);
    const size = desk.knowledge.policies[0]?.rules.length ?? 0;
    return { what: 'policy (rules)', size, ms: median(() => desk.preview(MESSAGE)) };
  });
}

/** A desk whose policies have every rule so many times, each under an id of its own. */
function deskWith(factor: number): Desk {
  const knowledge = loadKnowledge();
  const policies = knowledge.policies.map((policy) => ({
    ...policy,
    rules: Array.from({ length: factor }, (_, copy) =>
      policy.rules.map((rule) => (copy === 0 ? rule : { ...rule, id: `${rule.id}${copy}` })),
    ).flat(),
  }));
  const index = IssueIndex.build(shippedIssues());
  return createDesk({
    knowledge: { ...knowledge, policies },
    index: () => index,
    today: () => DAY,
    forcedEdition: null,
  });
}

async function byConversations(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'triage-growth-'));
  const store = await openStore(join(folder, 'growth.db'));
  const rows: Row[] = [];
  const key = (number: number) => `msteams/conversations/a:${number}`;
  const value = {
    triage: { recordId: 'r', asked: Array.from({ length: 20 }, (_, index) => `fact ${index}`) },
    text: MESSAGE.repeat(5),
  };
  let stored = 0;
  for (const size of CONVERSATIONS) {
    for (; stored < size; stored += BATCH) {
      await store.items.write(
        new Map(Array.from({ length: Math.min(BATCH, size) }, (_, index) => [key(stored + index), { value }])),
      );
    }
    stored = size;
    let turn = 0;
    const ms = await medianAsync(async () => {
      const at = key((turn++ * 7919) % size);
      await store.exclusive(at, () =>
        store.atomically(async () => {
          await store.items.read([at]);
          await store.items.write(new Map([[at, { value }]]));
          await store.activities.finish(`${at}/${turn}`, null);
        }),
      );
    });
    rows.push({ what: 'store (conversations)', size, ms });
  }
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  return rows;
}

const middle = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

function median(work: () => unknown): number {
  work();
  return middle(
    Array.from({ length: TRIES }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
}

async function medianAsync(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let attempt = 0; attempt < TRIES * 10; attempt++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return middle(times);
}
