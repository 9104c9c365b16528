/** What a command needs: knowledge, store, index and desk, opened once and closed at the end. */
import { createDesk, type Desk } from './desk.ts';
import { IssueIndex } from './issues/search.ts';
import { shippedIssues } from './issues/shipped.ts';
import { loadKnowledge } from './knowledge.ts';
import type { Facts } from './model/facts.ts';
import type { TriageRecord } from './model/record.ts';
import { DEFAULT_STORE, openStore } from './store/open.ts';
import type { Store } from './store/store.ts';

export type Workshop = {
  desk: Desk;
  /** Opened on first use: a triage that keeps nothing needs none. */
  store(): Promise<Store>;
  /** Triages and keeps the record under the report's own id. */
  keep(text: string, options: { given?: Facts; edition?: string | null; today?: string }): Promise<TriageRecord>;
  close(): Promise<void>;
};

/** The clock of every date rule: `TRIAGE_TODAY`, else the UTC day. */
export const today = (): string => process.env.TRIAGE_TODAY || new Date().toISOString().slice(0, 10);

export async function openWorkshop(): Promise<Workshop> {
  const knowledge = loadKnowledge();
  let opened: Promise<Store> | undefined;
  const store = () => {
    opened ??= openStore(process.env.TRIAGE_DB || DEFAULT_STORE);
    return opened;
  };
  let index: IssueIndex | undefined;
  const desk = createDesk({
    knowledge,
    index: () => {
      index ??= IssueIndex.build(shippedIssues());
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
      await (await store()).records.save(record);
      return record;
    },
    async close() {
      await (await opened)?.close();
    },
  };
}
