/**
 * Brings the store up to what GitHub has: issues first, then comments, each oldest activity first from where the last sync
 * ended. Every page is stored before the mark moves, so a crash, a used-up quota or a fault costs nothing but the page it hit;
 * what could not be had is said in words, and nothing that is stored is ever taken away.
 */
import type { StoredIssue } from '../model/known-issue.ts';
import type { Store, SyncState } from '../store/store.ts';
import {
  GitHubTrouble,
  type IssueSource,
  type Page,
  type PageQuery,
  type RawComment,
  type RawIssue,
} from './github-issues.ts';
import { fromGitHub, issueNumberOf, withComments } from './tracker-issue.ts';

/** Pages of one sync: a million entries. More means that GitHub sends the same page for ever. */
const PAGES_MAX = 10_000;
/** An entry may be stamped some seconds before it can be listed. */
const OVERLAP_MS = 5_000;

export type SyncProgress = { repo: string; what: 'issues' | 'comments'; read: number; remaining: number | null };

export type SyncResult = {
  repo: string;
  /** Issues that were read anew, and comments. */
  issues: number;
  comments: number;
  /** What is missing, in words; null where nothing is. */
  incomplete: string | null;
};

export type SyncOptions = {
  store: Store;
  source: IssueSource;
  now: () => Date;
  onProgress?: (progress: SyncProgress) => void;
};

/** Syncs one repository, alone among all processes. Faults of GitHub are in the result; only the store may throw. */
export function syncRepository(name: string, options: SyncOptions): Promise<SyncResult> {
  return options.store.exclusive(`sync ${name.toLowerCase()}`, async () => {
    const { store, source, now } = options;
    let repo = name;
    const result: SyncResult = { repo, issues: 0, comments: 0, incomplete: null };
    try {
      const known = await store.issues.syncState(name);
      const found = await source.repository(known?.repoId ?? name);
      // A repository keeps the name under which it was first read; its id finds it after a rename.
      repo = known?.repoId === undefined || known.repoId === null ? found.name : name;
      result.repo = repo;
      const asOf = now().toISOString().slice(0, 10);
      const issues = await follow(
        options,
        repo,
        found.id,
        'issues',
        (query) => source.issues(found.id, query),
        (items) => storeIssues(store, repo, items, asOf),
      );
      result.issues = issues.stored;
      const comments = await follow(
        options,
        repo,
        found.id,
        'comments',
        (query) => source.comments(found.id, query),
        (items) => storeComments(store, repo, items),
      );
      result.comments = comments.stored;
      const unreadable = issues.unreadable + comments.unreadable;
      if (unreadable > 0) result.incomplete = `${unreadable} entries of GitHub could not be read and were left out.`;
    } catch (error) {
      if (!(error instanceof GitHubTrouble)) throw error;
      result.incomplete = error.message;
    }
    await finish(store, repo, result.incomplete, now());
    return result;
  });
}

const stateName = (repo: string, what: SyncProgress['what']): string => (what === 'issues' ? repo : `${repo}/comments`);

/** Reads one list page by page. The mark moves to the last activity of a full page; where a whole page has one time, to its next page. */
async function follow<T>(
  { store, source, onProgress }: SyncOptions,
  repo: string,
  repoId: number,
  what: SyncProgress['what'],
  read: (query: PageQuery) => Promise<Page<T>>,
  keep: (items: readonly T[]) => Promise<number>,
): Promise<{ stored: number; unreadable: number }> {
  const name = stateName(repo, what);
  const before = await store.issues.syncState(name);
  let state = before ?? unread(name);
  let stored = 0;
  let unreadable = 0;
  for (let pages = 0; ; pages += 1) {
    if (pages === PAGES_MAX) throw new GitHubTrouble('garbled', `GitHub’s list of ${what} has no end.`);
    const number = state.nextPage === null ? 1 : Number(state.nextPage);
    const page = await read({ since: state.since, page: number, eTag: state.eTag });
    if (page.kind === 'unchanged') break;
    stored += await keep(page.items);
    unreadable += page.unreadable;
    onProgress?.({ repo, what, read: stored, remaining: source.remaining() });
    state = { ...state, repoId, ...marked(state, page, number) };
    await store.issues.saveSyncState(state);
    if (!page.full) break;
  }
  return { stored, unreadable };
}

function marked<T>(
  { since }: SyncState,
  page: Extract<Page<T>, { kind: 'page' }>,
  number: number,
): Pick<SyncState, 'since' | 'nextPage' | 'eTag'> {
  // The last page is asked for again next time, unchanged with its tag: that costs no quota where nothing happened.
  if (!page.full)
    return { since, nextPage: number === 1 ? null : String(number), eTag: number === 1 ? page.eTag : null };
  const mark =
    page.last === null ? null : new Date(Date.parse(page.last) - OVERLAP_MS).toISOString().replace('.000', '');
  const moves = mark !== null && (since === null || mark > since);
  return moves ? { since: mark, nextPage: null, eTag: null } : { since, nextPage: String(number + 1), eTag: null };
}

async function storeIssues(store: Store, repo: string, items: readonly RawIssue[], asOf: string): Promise<number> {
  const changed: StoredIssue[] = [];
  for (const raw of items) {
    if (raw.pull_request !== undefined && raw.pull_request !== null) continue;
    const known = await store.issues.get(repo, raw.number);
    changed.push(fromGitHub(raw, repo, known, asOf));
  }
  await store.issues.upsert(changed);
  return changed.length;
}

/** Comments of pull requests have no issue in the store and are dropped. */
async function storeComments(store: Store, repo: string, items: readonly RawComment[]): Promise<number> {
  const changed: StoredIssue[] = [];
  let count = 0;
  for (const [number, comments] of Map.groupBy(items, issueNumberOf)) {
    const known = await store.issues.get(repo, number);
    if (!known) continue;
    changed.push(withComments(known, comments));
    count += comments.length;
  }
  await store.issues.upsert(changed);
  return count;
}

/** `syncedAt` moves only where nothing is missing: the age that people see is that of a whole picture. */
async function finish(store: Store, repo: string, incomplete: string | null, now: Date): Promise<void> {
  const state = (await store.issues.syncState(repo)) ?? unread(repo);
  const syncedAt = incomplete === null ? now.toISOString() : state.syncedAt;
  await store.issues.saveSyncState({ ...state, syncedAt, incomplete });
}

const unread = (repo: string): SyncState => ({
  repo,
  repoId: null,
  since: null,
  nextPage: null,
  eTag: null,
  syncedAt: null,
  incomplete: null,
});
