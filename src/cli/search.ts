/** `npm run -s search`: known issues for a text, for people, as JSON, or a file of queries at once. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { queryOf } from '../issues/query.ts';
import type { IssueIndex } from '../issues/search.ts';
import type { IssueQuery, KnownIssue, KnownIssues } from '../model/known-issue.ts';
import { openIndex } from '../workshop.ts';
import { linesOf, parseLine } from './lines.ts';
import { command, readStdin, UsageError } from './print.ts';
import { repoName } from './repo-name.ts';

const HELP = `
npm run -s search -- [--json] [--limit N] [--repo OWNER/NAME]... QUERY
npm run -s search -- [--limit N] [--repo OWNER/NAME]... --batch FILE.jsonl
npm run -s search -- --summary "one line" [QUERY]

Finds known issues for an error or a description, in the shipped knowledge and
in what was synced or imported into the store (TRIAGE_DB).

  QUERY      the text; - is standard input
  --batch    one {"id","query"} a line, answered line by line; - is standard input
  --summary  a summary beside the error text; kept apart, the two find more
`;

const LIMIT_MAX = 50;
const Line = z.object({ id: z.union([z.string(), z.number()]), query: z.string(), summary: z.string().optional() });

export const main = (args: string[]): Promise<number> => command(HELP, args, run);

async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      limit: { type: 'string' },
      repo: { type: 'string', multiple: true },
      batch: { type: 'string' },
      summary: { type: 'string' },
    },
  });
  const text = positionals.join(' ');
  if (values.batch === undefined && text.trim() === '' && !values.summary?.trim())
    throw new UsageError('Say what to search for.');
  const options = { ...limitOf(values.limit), ...(values.repo ? { repos: values.repo.map(repoName) } : {}) };
  const index = await openIndex();
  if (values.batch !== undefined) {
    for await (const line of linesOf(values.batch)) {
      if (line.trim() !== '') console.log(JSON.stringify(answerLine(index, line, options)));
    }
    return 0;
  }
  const found = index.search({ ...queryOf(text === '-' ? await readStdin() : text, values.summary), ...options });
  console.log(values.json ? JSON.stringify(found, null, 2) : forPeople(found));
  return 0;
}

function limitOf(given: string | undefined): { limit?: number } {
  if (given === undefined) return {};
  const limit = Number(given);
  if (!(Number.isInteger(limit) && limit > 0 && limit <= LIMIT_MAX))
    throw new UsageError(`--limit takes a number from 1 to ${LIMIT_MAX}.`);
  return { limit };
}

/** A bad line is answered with its reason and does not stop the rest. */
function answerLine(index: IssueIndex, line: string, options: Partial<IssueQuery>): unknown {
  const parsed = parseLine(line, Line);
  if (parsed.kind === 'bad') return { id: parsed.id, error: parsed.said };
  const { id, query, summary } = parsed.value;
  return { id, ...index.search({ ...queryOf(query, summary), ...options }) };
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
