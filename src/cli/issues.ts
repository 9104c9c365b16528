/** `npm run -s issues`: fills and inspects the issue store, from GitHub, from a file, to a file. */
import { parseArgs } from 'node:util';
import { githubIssues } from '../issues/github-issues.ts';
import { shippedIssues } from '../issues/shipped.ts';
import { type SyncProgress, syncRepository } from '../issues/sync.ts';
import { fromLine, ImportLine, toLine } from '../issues/tracker-issue.ts';
import { type StoredIssue, TRACKER } from '../model/known-issue.ts';
import { DEFAULT_STORE, openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { today } from '../workshop.ts';
import { linesOf, parseLine } from './lines.ts';
import { command, UsageError } from './print.ts';
import { repoName } from './repo-name.ts';

const HELP = `
npm run -s issues -- sync [--repo OWNER/NAME]...    reads issues and comments from GitHub; goes on where it stopped
npm run -s issues -- import FILE.jsonl [--repo OWNER/NAME]
npm run -s issues -- export [--repo OWNER/NAME]...  one line an issue, in the form that import reads
npm run -s issues -- status                         what is stored, how old it is, what is missing

TRIAGE_DB names the store, TRIAGE_REPOS the watched repositories (default ${TRACKER}), GITHUB_TOKEN raises the quota
from 60 to 5,000 requests an hour. A line to import: {"number","title","body","state"?,"labels"?,"opened"?,"closed"?,"url"?,
"comments"?}.
`;

/** Issues that are written at once. */
const BATCH = 500;
/** Bad lines that are named; more of them are counted. */
const BAD_LINES_SHOWN = 10;

export const main = (args: string[]): Promise<number> => command(HELP, args, run);

async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { repo: { type: 'string', multiple: true } },
  });
  const [action, file] = positionals;
  const repos = values.repo?.map(repoName);
  if (action === undefined || !['sync', 'import', 'export', 'status'].includes(action)) {
    throw new UsageError('Say what to do: sync, import, export or status.');
  }
  if (action === 'import' && file === undefined)
    throw new UsageError('Name the file to import, or - for standard input.');
  if (positionals.length > (action === 'import' ? 2 : 1)) throw new UsageError(`Too many words after "${action}".`);
  const store = await openStore(process.env.TRIAGE_DB || DEFAULT_STORE);
  try {
    if (action === 'sync') return await sync(store, repos ?? watchedRepos());
    if (action === 'import') return await importFile(store, file as string, repos?.[0]);
    if (action === 'export') return await exportAll(store, repos);
    return await status(store);
  } finally {
    await store.close();
  }
}

/** Read as the settings of the bot read it: separated by commas, semicolons or blanks. */
const watchedRepos = (): string[] => {
  const named = (process.env.TRIAGE_REPOS ?? '').split(/[\s,;]+/).filter((repo) => repo !== '');
  return named.length > 0 ? named.map(repoName) : [TRACKER];
};

/** Exit code 1 where something is missing: a timer should notice. */
async function sync(store: Store, repos: readonly string[]): Promise<number> {
  const source = githubIssues({ token: process.env.GITHUB_TOKEN });
  let missing = 0;
  for (const name of repos) {
    const result = await syncRepository(name, { store, source, now: () => new Date(), onProgress: showProgress });
    if (process.stderr.isTTY) process.stderr.write('\n');
    const renamed = result.repo === name ? '' : ` (found as ${result.repo})`;
    console.log(`${name}${renamed}: ${result.issues} issues and ${result.comments} comments read.`);
    if (result.incomplete !== null) {
      missing += 1;
      console.log(`  Not complete: ${result.incomplete}`);
    }
  }
  return missing > 0 ? 1 : 0;
}

function showProgress({ repo, what, read, remaining }: SyncProgress): void {
  const left = remaining === null ? '' : `, ${remaining} requests left this hour`;
  const line = `${repo}: ${read} ${what}${left}`;
  process.stderr.write(process.stderr.isTTY ? `\r${line}` : `${line}\n`);
}

/** A bad line is named and left out; the rest is imported. */
async function importFile(store: Store, file: string, repo: string | undefined): Promise<number> {
  const bad: string[] = [];
  let count = 0;
  let number = 0;
  let batch = new Map<string, StoredIssue>();
  const flush = async (): Promise<void> => {
    await store.issues.upsert([...batch.values()]);
    batch = new Map();
  };
  for await (const text of linesOf(file)) {
    number += 1;
    if (text.trim() === '') continue;
    const parsed = parseLine(text, ImportLine);
    if (parsed.kind === 'bad') {
      bad.push(`line ${number}: ${parsed.said}`);
      continue;
    }
    const line = parsed.value;
    const of = repo ?? line.repo ?? TRACKER;
    const key = `${of.toLowerCase()}#${line.number}`;
    const known = batch.get(key) ?? (await store.issues.get(of, line.number));
    batch.set(key, fromLine(line, of, known, today()));
    count += 1;
    if (batch.size >= BATCH) await flush();
  }
  await flush();
  console.log(`${count} issues imported.`);
  for (const said of bad.slice(0, BAD_LINES_SHOWN)) console.error(said);
  if (bad.length > BAD_LINES_SHOWN)
    console.error(`… and ${bad.length - BAD_LINES_SHOWN} more lines that cannot be used.`);
  return bad.length > 0 ? 1 : 0;
}

async function exportAll(store: Store, repos: readonly string[] | undefined): Promise<number> {
  for await (const issue of store.issues.all(repos)) {
    const line = toLine(issue);
    if (line) console.log(JSON.stringify(line));
  }
  return 0;
}

async function status(store: Store): Promise<number> {
  const counts = new Map<string, number>();
  for await (const { repo } of store.issues.all()) counts.set(repo, (counts.get(repo) ?? 0) + 1);
  for (const repo of new Set([...watchedRepos(), ...counts.keys()])) {
    const state = await store.issues.syncState(repo);
    const age = state?.syncedAt
      ? `whole as of ${state.syncedAt.slice(0, 16).replace('T', ' ')} UTC`
      : 'never read whole from GitHub';
    console.log(`${repo}: ${counts.get(repo) ?? 0} issues, ${age}`);
    if (state?.incomplete) console.log(`  Not complete: ${state.incomplete}`);
  }
  const shipped = shippedIssues();
  const documented = shipped.filter(({ source }) => source === 'documented').length;
  const days = shipped.map(({ asOf }) => asOf).sort();
  console.log(
    `Shipped: ${documented} documented issues, ${shipped.length - documented} of ${TRACKER}, as of ${days[0]}`,
  );
  return 0;
}
