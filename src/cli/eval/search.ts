/** Known-issue search against the shipped knowledge: the right issue among the first five, and nothing where there is none. */
import { basename } from 'node:path';
import { z } from 'zod';
import { queryOf } from '../../issues/query.ts';
import { IssueIndex } from '../../issues/search.ts';
import { shippedIssues } from '../../issues/shipped.ts';
import { type Share, share, shown, table } from './figures.ts';
import { filesOf, readRows } from './rows.ts';

const SearchRow = z.object({
  id: z.string(),
  query: z.string(),
  relevant: z.array(z.union([z.number(), z.string()])),
  difficulty: z.string().default('all'),
});
type SearchRow = z.infer<typeof SearchRow>;

const RANK_MAX = 5;

export type SearchFigures = {
  /** Right issue first, among the first five; by difficulty and in all. */
  found: Record<string, { first: Share; five: Share }>;
  /** Queries without an answer that got a link all the same. */
  linked: Share;
  reciprocalRank: number;
  missed: { id: string; wanted: (number | string)[]; got: (number | string)[] }[];
};

/** Every `search_*.jsonl` of the folder; the index is the shipped one, as of the day in TRIAGE_TODAY. */
export async function evalSearch(folder: string): Promise<{ figures: Record<string, SearchFigures>; text: string }> {
  const index = IssueIndex.build(shippedIssues(), process.env.TRIAGE_TODAY ? { today: process.env.TRIAGE_TODAY } : {});
  const figures: Record<string, SearchFigures> = {};
  for (const file of filesOf(folder, 'search'))
    figures[basename(file)] = measure(index, await readRows(file, SearchRow));
  const text = Object.entries(figures).map(([name, of]) => `${name}\n${printed(of)}`);
  return { figures, text: text.join('\n\n') || 'No search_*.jsonl in this folder.' };
}

function measure(index: IssueIndex, rows: readonly SearchRow[]): SearchFigures {
  const found: SearchFigures['found'] = {};
  const missed: SearchFigures['missed'] = [];
  let linked = share(0, 0);
  let reciprocal = 0;
  let answerable = 0;
  for (const row of rows) {
    const { exact, similar } = index.search(queryOf(row.query));
    const got = [...exact, ...similar].slice(0, RANK_MAX).map(({ number }) => number);
    if (row.relevant.length === 0) {
      linked = share(linked.right + (got.length > 0 ? 1 : 0), linked.of + 1);
      continue;
    }
    const rank = got.findIndex((number) => row.relevant.includes(number));
    answerable += 1;
    if (rank >= 0) reciprocal += 1 / (rank + 1);
    else missed.push({ id: row.id, wanted: row.relevant, got });
    for (const key of new Set(['all', row.difficulty])) {
      const before = found[key] ?? { first: share(0, 0), five: share(0, 0) };
      found[key] = {
        first: share(before.first.right + (rank === 0 ? 1 : 0), before.first.of + 1),
        five: share(before.five.right + (rank >= 0 ? 1 : 0), before.five.of + 1),
      };
    }
  }
  return { found, linked, reciprocalRank: answerable === 0 ? 0 : reciprocal / answerable, missed };
}

function printed({ found, linked, reciprocalRank, missed }: SearchFigures): string {
  const rows = Object.entries(found).map(([key, { first, five }]) => [key, shown(first), shown(five)]);
  const lines = [
    table(['queries', 'right one first', `among the first ${RANK_MAX}`], rows),
    `mean reciprocal rank ${reciprocalRank.toFixed(3)}; linked though there is no answer: ${shown(linked)}`,
  ];
  for (const { id, wanted, got } of missed) {
    lines.push(`missed ${id}: wanted ${wanted.join(' or ')}, got ${got.join(', ') || 'nothing'}`);
  }
  return lines.join('\n');
}
