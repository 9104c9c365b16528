/** `npm run -s search`: known issues for a text, for people, as JSON, or a file of queries at once. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadIndex } from '../issues/load.ts';
import { queryOf } from '../issues/query.ts';
import type { IssueIndex } from '../issues/search.ts';
import type { IssueQuery, KnownIssue, KnownIssues } from '../model/known-issue.ts';
import { DEFAULT_STORE, isPostgres, openStore } from '../store/open.ts';
import { linesOf } from './lines.ts';

const USAGE = `Finds known issues for an error or a description.

  npm run -s search -- [--json] [--limit N] [--repo OWNER/NAME]... QUERY
  npm run -s search -- [--limit N] [--repo OWNER/NAME]... --batch FILE.jsonl      {"id","query"} a line
  npm run -s search -- --summary "one line" [QUERY]     a summary and the error text, kept apart, find more

QUERY may be - for standard input. Searches the shipped knowledge and, where TRIAGE_DB names a store, what was synced into it.`;

const LIMIT_MAX = 50;
const Line = z.object({ id: z.union([z.string(), z.number()]), query: z.string(), summary: z.string().optional() });

export async function main(args: string[]): Promise<number> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  const { values, positionals } = parsed;
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const limit = values.limit === undefined ? undefined : Number(values.limit);
  const text = positionals.join(' ');
  if (limit !== undefined && !(Number.isInteger(limit) && limit > 0 && limit <= LIMIT_MAX)) {
    console.error(`--limit takes a number from 1 to ${LIMIT_MAX}.`);
    return 2;
  }
  if (values.batch === undefined && text === '' && values.summary === undefined) {
    console.error(`Say what to search for.\n\n${USAGE}`);
    return 2;
  }
  const options = { ...(limit === undefined ? {} : { limit }), ...(values.repo ? { repos: values.repo } : {}) };
  const index = await openIndex();
  if (values.batch !== undefined) return batch(index, values.batch, options);
  const found = index.search({ ...queryOf(text === '-' ? await standardInput() : text, values.summary), ...options });
  console.log(values.json ? JSON.stringify(found, null, 2) : forPeople(found));
  return 0;
}

const parse = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      limit: { type: 'string' },
      repo: { type: 'string', multiple: true },
      batch: { type: 'string' },
      summary: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });

async function batch(index: IssueIndex, file: string, options: Partial<IssueQuery>): Promise<number> {
  try {
    for await (const line of linesOf(file)) {
      if (line.trim() !== '') console.log(JSON.stringify(answerLine(index, line, options)));
    }
  } catch (error) {
    console.error(`${file} cannot be read: ${(error as Error).message}`);
    return 1;
  }
  return 0;
}

/** A bad line is answered with its reason and does not stop the rest. */
function answerLine(index: IssueIndex, line: string, options: Partial<IssueQuery>): unknown {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    return { id: null, error: 'This line is not JSON.' };
  }
  const checked = Line.safeParse(raw);
  if (!checked.success) {
    const id = (raw as { id?: unknown } | null)?.id ?? null;
    const [first] = checked.error.issues;
    return { id, error: `${first?.path.join('.') || 'line'}: ${first?.message}` };
  }
  const { id, query, summary } = checked.data;
  return { id, ...index.search({ ...queryOf(query, summary), ...options }) };
}

/** The store is read where there is one; a search makes none. */
async function openIndex(): Promise<IssueIndex> {
  const options = process.env.TRIAGE_TODAY ? { today: process.env.TRIAGE_TODAY } : {};
  const url = process.env.TRIAGE_DB || DEFAULT_STORE;
  if (!isPostgres(url) && !existsSync(url)) return loadIndex(undefined, options);
  const store = await openStore(url);
  try {
    return await loadIndex(store, options);
  } finally {
    await store.close();
  }
}

async function standardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function forPeople({ exact, similar }: KnownIssues): string {
  if (exact.length + similar.length === 0) return 'No known issue found.';
  const parts: string[] = [];
  if (exact.length > 0) parts.push('The error stands in your text:', ...exact.map(entry));
  if (similar.length > 0) parts.push('Reads alike:', ...similar.map(entry));
  const days = [...new Set([...exact, ...similar].map(({ asOf }) => asOf.slice(0, 10)))].sort();
  parts.push(`Data as of ${days.join(', ')}.`);
  return parts.join('\n\n');
}

const RESOLUTIONS: Record<KnownIssue['resolution'], string> = {
  open: 'open',
  fixed: 'fixed',
  workaround: 'workaround known',
  stale: 'closed for inactivity, which is no fix',
  by_design: 'by design',
  unknown: 'outcome not recorded',
};

function entry(issue: KnownIssue): string {
  const name = typeof issue.number === 'number' ? `${issue.repo}#${issue.number}` : issue.number;
  const lines = [
    `${name}  ${issue.title}`,
    `${issue.state}, ${RESOLUTIONS[issue.resolution]} · ${issue.source} · ${issue.url}`,
  ];
  const add = (label: string, value: string | null | undefined): void => {
    if (value) lines.push(`${label}: ${value}`);
  };
  add('Why', issue.why);
  add('Check', issue.check);
  add('Affects', issue.affects);
  add('Fixed in', issue.fixedIn);
  add('Your version', issue.versionNote);
  add('Workaround', issue.workaround);
  add('Risk', issue.risk);
  add('Also reported as', issue.duplicates?.join(', '));
  return lines.join('\n  ');
}
