/**
 * Known issues of the running bot: what ships is there at once, what the store holds as soon as it is loaded, and what changes,
 * by this replica's sync or another's, within seconds. Where GitHub is away the bot goes on with what it has.
 */
import { dirname, join } from 'node:path';
import { LiveIndex } from './issues/live.ts';
import { loadMiniLm } from './issues/minilm.ts';
import { IssueIndex } from './issues/search.ts';
import { shippedIssues } from './issues/shipped.ts';
import { syncRepository } from './issues/sync.ts';
import type { IssueQuery, KnownIssues } from './model/known-issue.ts';
import type { Log } from './ops/log.ts';
import type { Metrics } from './ops/metrics.ts';
import type { Settings } from './settings.ts';
import { isPostgres } from './store/open.ts';
import type { Store } from './store/store.ts';

const REFRESH_EVERY_MS = 5000;
/** Other things come first at the start. */
const FIRST_SYNC_MS = 30_000;
const MINUTE_MS = 60_000;

export type KnownIssueNeeds = {
  settings: Settings;
  store: Store;
  repos: readonly string[];
  log: Log;
  metrics: Metrics;
  now(): Date;
};

export type KnownIssueIndex = {
  /** The index as it is now; keep it for one search. */
  index(): IssueIndex;
  /** A search for people; the optional model reorders what the words find, once it has read all issues. */
  search(query: IssueQuery): Promise<KnownIssues>;
  /** Throws until what the store holds is loaded. */
  loaded(): void;
  start(): void;
  stop(): Promise<void>;
};

export function createKnownIssues(needs: KnownIssueNeeds): KnownIssueIndex {
  const { settings, store, log } = needs;
  // Mostly what the store holds is there before anybody asks.
  let built: IssueIndex | undefined;
  const shipped = (): IssueIndex => {
    built ??= IssueIndex.build(shippedIssues());
    return built;
  };
  let live: LiveIndex | undefined;
  let busy = Promise.resolve();
  let timers: NodeJS.Timeout[] = [];
  let stopped = false;

  const refresh = async () => {
    live ??= await openLive(settings, store, log);
    await live.refresh();
    // A model may read on for an hour; only a merge must not meet the next change.
    await live.merged();
  };
  /** One thing after the other; a failure is told and the next time is another chance. */
  const take = (event: string, work: () => Promise<void>) => {
    busy = busy.then(async () => {
      if (stopped) return;
      try {
        await work();
      } catch (error) {
        log.error(event, error);
      }
    });
  };

  return {
    index: () => live?.index ?? shipped(),
    search: async (query) => (live ?? shipped()).search(query),
    loaded() {
      if (!live) throw new Error('The known issues are still being loaded.');
    },
    start() {
      take('index.failed', refresh);
      timers = [setInterval(() => take('index.failed', refresh), REFRESH_EVERY_MS)];
      if (settings.TRIAGE_SYNC_MINUTES > 0) {
        // Apart from the index, which must not wait for GitHub.
        const sync = () => {
          syncAll(needs).catch((error: unknown) => log.error('sync.failed', error));
        };
        timers.push(setTimeout(sync, FIRST_SYNC_MS), setInterval(sync, settings.TRIAGE_SYNC_MINUTES * MINUTE_MS));
      }
      for (const timer of timers) timer.unref();
    },
    async stop() {
      stopped = true;
      for (const timer of timers) clearInterval(timer);
      live?.close();
      await busy;
    },
  };
}

/** Index files make the next start quick; where none can be written the index is built from the store, and the log says so. */
async function openLive(settings: Settings, store: Store, log: Log): Promise<LiveIndex> {
  const folder = indexFolder(settings);
  const { embedder, trouble } = await loadMiniLm(settings.TRIAGE_MODEL);
  if (trouble) log.warn('index.model', { said: trouble });
  return LiveIndex.open({
    store,
    onTrouble: (error) => log.error('index.trouble', error),
    ...(folder === undefined ? {} : { folder, url: settings.TRIAGE_DB }),
    ...(embedder === undefined ? {} : { embedder }),
  });
}

function indexFolder({ TRIAGE_INDEX, TRIAGE_DB }: Settings): string | undefined {
  if (TRIAGE_INDEX) return TRIAGE_INDEX;
  if (TRIAGE_DB === ':memory:') return undefined;
  return join(isPostgres(TRIAGE_DB) ? 'data' : dirname(TRIAGE_DB), 'index');
}

/** Reads every watched repository that nobody has read lately; the lock of the sync lets one replica at a time. */
async function syncAll({ settings, store, repos, log, metrics, now }: KnownIssueNeeds): Promise<void> {
  // GitHub's client is not needed for the first answer, nor ever where there is no network.
  const { githubIssues } = await import('./issues/github-issues.ts');
  const source = githubIssues(settings.GITHUB_TOKEN ? { token: settings.GITHUB_TOKEN } : {});
  for (const repo of repos) {
    try {
      const before = await store.issues.syncState(repo);
      const age = before?.syncedAt ? now().getTime() - Date.parse(before.syncedAt) : Number.POSITIVE_INFINITY;
      // Another replica has just done it.
      if (age < (settings.TRIAGE_SYNC_MINUTES * MINUTE_MS) / 2) continue;
      const result = await syncRepository(repo, {
        store,
        source,
        now,
        onProgress: ({ remaining }) => {
          if (remaining !== null) metrics.githubRemaining.set(remaining);
        },
      });
      if (result.incomplete !== null) metrics.syncFailures.inc({ repo });
      log.info('sync', { repo, count: result.issues, outcome: result.incomplete === null ? 'complete' : 'incomplete' });
    } catch (error) {
      metrics.syncFailures.inc({ repo });
      log.error('sync.failed', error, { repo });
    }
  }
}
