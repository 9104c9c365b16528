/**
 * What must survive the process, behind one interface: `openStore(url)` in open.ts gives SQLite for a file path and
 * PostgreSQL for `postgres://…`. Values are plain JSON. Every method may reject with StoreUnavailable.
 */
import type { StoredIssue } from '../model/known-issue.ts';
import type { TriageRecord } from '../model/record.ts';
import type { Draft } from '../model/ticket.ts';

/** The store cannot be read or written now; the message says which and why, without secrets. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}

/** Not for us, and waiting mends nothing: a wrong address or password, no right to the file, tables of a newer version. */
export class StoreRefused extends StoreUnavailable {}

/** Somebody else wrote the item since it was read. */
export class StoreConflict extends Error {
  override name = 'StoreConflict';
}

export type Item = { value: unknown; eTag: string };

/** As an eTag: the item must not be there yet. */
export const ABSENT = 'absent';

/** Where a sync of one repository stands. */
export type SyncState = {
  repo: string;
  /** GitHub's numeric id; follows renames and transfers. */
  repoId: number | null;
  /** Highest `updated_at` that is safely stored, ISO 8601. */
  since: string | null;
  /** Where an interrupted full sync goes on. */
  nextPage: string | null;
  eTag: string | null;
  syncedAt: string | null;
  /** What is missing, in words; null where nothing is. */
  incomplete: string | null;
};

/** `answered`: the turn is over, but nobody knows yet that the answer went out. */
export type Outcome = { kind: 'answered'; answer: unknown; owed: number } | { kind: 'delivered' };

export interface Store {
  /** What people are told: a path, or host and database; never a password. */
  readonly name: string;

  /** Conversation and user state, compare-and-swap by eTag (`'*'` or none overwrites, `ABSENT` only creates). */
  items: {
    read(keys: readonly string[]): Promise<Map<string, Item>>;
    write(changes: ReadonlyMap<string, { value: unknown; eTag?: string | undefined }>): Promise<void>;
    delete(keys: readonly string[]): Promise<void>;
  };
  records: {
    save(record: TriageRecord): Promise<void>;
    /** Shared by all who ask: nobody changes it in place. */
    get(id: string): Promise<TriageRecord | undefined>;
    /** Newest first. */
    list(filter?: { userId?: string; limit?: number; before?: string }): Promise<TriageRecord[]>;
    /** Number of records and drafts that went. Also removes the user's items. */
    deleteUser(userId: string): Promise<number>;
    /** Removes records (and drafts) older than the day; returns how many. */
    prune(before: string): Promise<number>;
  };
  drafts: {
    save(draft: Draft): Promise<void>;
    get(recordId: string): Promise<Draft | undefined>;
  };
  issues: {
    upsert(issues: readonly StoredIssue[]): Promise<void>;
    /** All, or those of some repositories. */
    all(repos?: readonly string[]): AsyncIterable<StoredIssue>;
    get(repo: string, number: number | string): Promise<StoredIssue | undefined>;
    count(): Promise<number>;
    /** Grows with every upsert; replicas compare it to know that their index is behind. */
    revision(): Promise<number>;
    /** Issues changed since a revision. */
    changedSince(revision: number): AsyncIterable<StoredIssue>;
    syncState(repo: string): Promise<SyncState | undefined>;
    saveSyncState(state: SyncState): Promise<void>;
  };
  activities: {
    /** True the first time an id is seen, false after; forgets after a day. */
    claim(id: string): Promise<boolean>;
    /** What became of an activity; undefined where no turn for it was ever finished. */
    outcome(id: string): Promise<Outcome | undefined>;
    /**
     * The turn is over and this is its answer, of which so many messages are still to be sent. Inside `atomically` it is kept
     * together with everything else the turn wrote.
     */
    finish(id: string, answer: unknown, owed?: number): Promise<void>;
    /**
     * One message of the answer is about to leave, the last one of all or not. False where somebody else has taken it
     * since `owed` was read.
     */
    take(id: string, owed: number, isLast: boolean, taker: string): Promise<boolean>;
    /** Who took a message last, and what was owed after it. */
    taken(id: string): Promise<{ owed: number; taker: string } | undefined>;
    /** The answer has gone out; its words are forgotten, the id is kept for a day. */
    delivered(id: string): Promise<void>;
    /** Turns that are over and owe messages, oldest first: their process died, or the channel was away. */
    undelivered(): Promise<string[]>;
  };
  /**
   * Items, records, drafts and outcomes that `work` writes are kept together at its end, or not at all: a process killed in
   * the middle of a turn leaves no half of it. Inside, reads see what was written. A draft that says `creating` is kept at once,
   * because something outside is about to happen.
   */
  atomically<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Runs `work` while no other holder of `name`, in this or another process, runs. Waits its turn. The lock of a process that
   * died is free within seconds. `atomically` inside keeps nothing if the lock was lost meanwhile (StoreConflict).
   */
  exclusive<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** A cheap round trip, for readiness. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
