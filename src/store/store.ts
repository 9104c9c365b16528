/**
 * What must survive the process, behind one interface: `open(url)` in open.ts gives SQLite for a file path and
 * PostgreSQL for `postgres://…`. Values are plain JSON. Every method may reject with StoreUnavailable.
 */
import type { StoredIssue } from '../model/known-issue.ts';
import type { TriageRecord } from '../model/record.ts';
import type { Draft } from '../model/ticket.ts';

/** The store cannot be read or written now; the message says which and why, without secrets. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}

/** Somebody else wrote the item since it was read. */
export class StoreConflict extends Error {
  override name = 'StoreConflict';
}

export type Item = { value: unknown; eTag: string };

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

export interface Store {
  /** Conversation and user state, compare-and-swap by eTag (`'*'` or none overwrites). */
  items: {
    read(keys: readonly string[]): Promise<Map<string, Item>>;
    write(changes: ReadonlyMap<string, { value: unknown; eTag?: string | undefined }>): Promise<void>;
    delete(keys: readonly string[]): Promise<void>;
  };
  records: {
    save(record: TriageRecord): Promise<void>;
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
  };
  /** Runs `work` while no other holder of `name`, in this or another process, runs. Waits its turn. */
  exclusive<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** A cheap round trip, for readiness. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
