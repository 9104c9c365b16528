/** What a command needs: knowledge, store, index and desk, opened once and closed at the end. */
import { existsSync } from 'node:fs';
import { createDesk, type Desk } from './desk.ts';
import { knownIssues } from './issues/load.ts';
import { IssueIndex } from './issues/search.ts';
import { shippedIssues } from './issues/shipped.ts';
import { loadKnowledge } from './knowledge.ts';
import type { Facts } from './model/facts.ts';
import type { StoredIssue } from './model/known-issue.ts';
import type { TriageRecord } from './model/record.ts';
import { DEFAULT_STORE, isPostgres, openStore } from './store/open.ts';
import { type Store, StoreUnavailable } from './store/store.ts';

export type Workshop = {
  desk: Desk;
  /** Opened on first use: a triage that keeps nothing needs none. */
  store(): Promise<Store>;
  /** Triages and keeps the record under the report's own id; a store that is away is told on standard error. */
  keep(text: string, options: { given?: Facts; edition?: string | null; today?: string }): Promise<TriageRecord>;
  close(): Promise<void>;
};

/** The clock of every date rule: `TRIAGE_TODAY`, else the UTC day. */
export const today = (): string => process.env.TRIAGE_TODAY || new Date().toISOString().slice(0, 10);

const storeUrl = (): string => process.env.TRIAGE_DB || DEFAULT_STORE;

/** `stored`: known issues are also those of the store, where there is one; without it only those that ship. */
export async function openWorkshop({ stored = false }: { stored?: boolean } = {}): Promise<Workshop> {
  const knowledge = loadKnowledge();
  let opened: Promise<Store> | undefined;
  const store = () => {
    opened ??= openStore(storeUrl());
    return opened;
  };
  const issues = stored && (await storedIssues(store));
  let index: IssueIndex | undefined;
  const desk = createDesk({
    knowledge,
    index: () => {
      index ??= IssueIndex.build(issues || shippedIssues());
      return index;
    },
    today,
    forcedEdition: process.env.TRIAGE_EDITION || null,
  });
  return {
    desk,
    store,
    async keep(text, options) {
      const report = desk.once(text, options);
      const at = new Date().toISOString();
      const record: TriageRecord = {
        id: report.recordId,
        createdAt: at,
        updatedAt: at,
        userId: 'cli',
        tenantId: null,
        conversationId: null,
        messages: [desk.mask(text).text],
        given: options.given ?? {},
        edition: options.edition ?? desk.forcedEdition,
        today: options.today ?? today(),
        asked: [],
        report,
        feedback: null,
        handoff: null,
        codeVersion: desk.codeVersion,
      };
      try {
        await (await store()).records.save(record);
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
        console.error(`${error.message}. The verdict stands, but no record of it was kept.`);
      }
      return record;
    },
    async close() {
      // A store that could not be opened was told of where it was needed.
      await (await opened?.catch(() => undefined))?.close();
    },
  };
}

/** What ships and what the store holds. Looking makes no store; where it is away, what ships is there still. */
async function storedIssues(store: () => Promise<Store>): Promise<StoredIssue[]> {
  if (!isPostgres(storeUrl()) && !existsSync(storeUrl())) return knownIssues();
  try {
    return await knownIssues(await store());
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    console.error(`${error.message}. Known issues are only those that ship.`);
    return knownIssues();
  }
}

/** The index that people search: what ships and, where there is a store, what it holds. */
export async function openIndex(): Promise<IssueIndex> {
  let opened: Store | undefined;
  const store = async () => {
    opened = await openStore(storeUrl());
    return opened;
  };
  try {
    return IssueIndex.build(await storedIssues(store), { today: today() });
  } finally {
    await opened?.close();
  }
}
