/**
 * What dialogs ask of the rest, over the store: a conversation's triage is a record; every word and answer changes the record
 * and the report is made anew from it, so the same record always gives the same report.
 */
import { randomUUID } from 'node:crypto';
import { type Question, type Services, type TriageStep, UserError } from '../dialogs/services.ts';
import type { Desk } from './desk.ts';
import { queryOf } from './issues/query.ts';
import { type FactName, type Facts, isFactName, isOfCluster } from './model/facts.ts';
import type { TriageRecord } from './model/record.ts';
import type { Report } from './model/report.ts';
import type { Store } from './store/store.ts';
import type { TicketDesk } from './ticket-desk.ts';
import { type Answered, cardAnswers, passingAnswers, wordAnswers } from './triage/answers.ts';
import { askedId } from './triage/ask.ts';
import { changedFacts, mergeFacts } from './triage/merge.ts';
import { readingOf, withoutForeign } from './triage/triage.ts';

/** Messages of one triage; more are a new problem or a loop. */
const MESSAGES_MAX = 60;

export type ServicesNeeds = {
  desk: Desk;
  store: Store;
  tickets: TicketDesk;
  watchedRepos: string[];
  /** Users who may see and change everybody's triage. */
  experts: ReadonlySet<string>;
  now(): Date;
};

export function createServices({ desk, store, tickets, watchedRepos, experts, now }: ServicesNeeds): Services {
  const mine = async (recordId: string, userId: string): Promise<TriageRecord> => {
    const record = await store.records.get(recordId);
    if (!record)
      throw new UserError('That triage is not there any more. Send the problem again and I start a new one.');
    if (record.userId !== userId && !experts.has(userId))
      throw new UserError('Only the person who started this triage, or an expert, can see or change it.');
    return record;
  };

  /** Stores the record with its report made anew, and says what changed. */
  const settle = async (record: Omit<TriageRecord, 'report'>, before: Report | undefined): Promise<TriageStep> => {
    const report = desk.report(record);
    const saved: TriageRecord = { ...record, report, updatedAt: now().toISOString() };
    await store.records.save(saved);
    return {
      record: saved,
      report,
      questions: questionsOf(desk, report),
      changed: before ? changedFacts(before.facts, report.facts) : [],
    };
  };

  const withAnswers = (record: TriageRecord, { facts, answers }: Answered): TriageRecord => ({
    ...record,
    given: mergeFacts(record.given, facts),
    asked: [
      ...record.asked.map((entry) => ({ ...entry, answer: answers.get(entry.fact) ?? entry.answer })),
      ...[...answers]
        .filter(([id]) => !record.asked.some((entry) => entry.fact === id))
        .map(([id, answer]) => ({ fact: id, answer })),
    ],
  });

  /** Words answer facts; where only a part of a known fact was open, they answer the question about that part. */
  const byId = (answers: ReadonlyMap<string, string>, { report }: TriageRecord): Map<string, string> =>
    new Map(
      [...answers].map(([fact, answer]) => {
        const question = isFactName(fact) ? desk.questionFor(fact, report.facts) : undefined;
        return [question ? askedId(question) : fact, answer];
      }),
    );

  const sending = tickets.sending(mine);
  return {
    ...(sending ? { sending } : {}),
    async start(session, text, sameCluster) {
      const at = now();
      const id = randomUUID();
      const { text: words } = desk.mask(text);
      const today = desk.today();
      const before = sameCluster ? await mine(sameCluster, session.userId) : undefined;
      const said = before ? readingOf(words, today).facts : {};
      const record: Omit<TriageRecord, 'report'> = {
        id,
        createdAt: at.toISOString(),
        updatedAt: at.toISOString(),
        userId: session.userId,
        tenantId: session.tenantId,
        conversationId: session.conversationId,
        messages: [words],
        given: before ? withoutSaid(ofCluster(before.report.facts), said) : {},
        edition: desk.forcedEdition,
        today,
        asked: before ? before.asked.filter(({ fact, answer }) => answer !== null && isAboutCluster(fact)) : [],
        feedback: null,
        handoff: null,
        codeVersion: desk.codeVersion,
      };
      return settle(record, undefined);
    },

    async say(recordId, userId, text, asked) {
      const record = await mine(recordId, userId);
      if (record.messages.length >= MESSAGES_MAX)
        throw new UserError('This triage has grown too long to follow. Say "restart" and begin with the newest state.');
      const { text: words } = desk.mask(text);
      const clock = { today: record.today };
      const replied = wordAnswers(words, asked, desk.knowledge.questions, record.report.facts, clock);
      const answered = replied.answers.size > 0 ? replied : passingAnswers(words, record.report.facts, clock);
      const said = readingOf(words, record.today).facts;
      const given = withoutSaid(withoutForeign(record.given, words, said), said);
      const withWords = { ...record, given, messages: [...record.messages, words] };
      return settle(withAnswers(withWords, { ...answered, answers: byId(answered.answers, record) }), record.report);
    },

    async answer(recordId, userId, values) {
      const record = await mine(recordId, userId);
      const masked = Object.fromEntries(
        Object.entries(values).map(([id, value]) => [id, desk.mask(String(value)).text]),
      );
      return settle(
        withAnswers(record, cardAnswers(masked, record.report.facts, { today: record.today })),
        record.report,
      );
    },

    async noteAsked(recordId, ids) {
      const record = await store.records.get(recordId);
      if (!record) return;
      const fresh = ids.filter((id) => !record.asked.some((entry) => entry.fact === id));
      if (fresh.length === 0) return;
      await store.records.save({
        ...record,
        asked: [...record.asked, ...fresh.map((id) => ({ fact: id, answer: null }))],
      });
    },

    async record(recordId, userId) {
      const record = await store.records.get(recordId);
      return record && (record.userId === userId || experts.has(userId)) ? record : undefined;
    },

    mask: (text) => desk.mask(text).text,
    preview: (text) => desk.preview(text),
    intentOf: (text) => desk.intentOf(text),
    search: ({ text, limit }) => desk.search({ ...queryOf(text), limit }),
    issue: async (repo, number) => desk.issue(repo, number),
    watchedRepos: () => watchedRepos,

    draft: async (recordId, userId, profile) => tickets.draft(await mine(recordId, userId), profile),
    editDraft: async (recordId, userId, values) => tickets.edit(await mine(recordId, userId), values),
    exits: async (recordId, userId, kinds) => tickets.exits(await mine(recordId, userId), kinds),

    async feedback(recordId, userId, feedback) {
      const record = await mine(recordId, userId);
      await store.records.save({ ...record, feedback, updatedAt: now().toISOString() });
    },

    async handoff(recordId, userId, change) {
      const record = await mine(recordId, userId);
      const saved = { ...record, handoff: change, updatedAt: now().toISOString() };
      await store.records.save(saved);
      return saved;
    },
  };
}

const isAboutCluster = (id: string): boolean => {
  const [name = ''] = id.split('.');
  return isFactName(name) && isOfCluster(name);
};

/** Days that are counted up to today; their date is kept, and they are counted anew. */
const COUNTED: { readonly [N in FactName]?: FactName } = {
  stoppedDays: 'stoppedSince',
  lastAzureSyncDays: 'lastAzureSync',
  subscriptionStateDays: 'subscriptionStateSince',
};

/** What was said of the cluster, as opposed to its problem; what follows from our tables follows again. */
function ofCluster(facts: Facts): Facts {
  const kept = Object.entries(facts).filter(([name, fact]) => {
    const date = COUNTED[name as FactName];
    const isSaid = fact?.source !== 'assumed' || name === 'product';
    return isAboutCluster(name) && isSaid && !(date && facts[date]);
  });
  return Object.fromEntries(kept) as Facts;
}

/** What is said anew is read from the words again, so an older answer about it no longer holds. */
function withoutSaid(given: Facts, said: Facts): Facts {
  const kept = Object.entries(given).filter(([name]) => !said[name as FactName] || said[name as FactName]?.approx);
  return Object.fromEntries(kept) as Facts;
}

/** Questions of a report, with the words they are asked in. */
function questionsOf(desk: Desk, report: Report): Question[] {
  return report.ask.flatMap(({ fact, why }) => {
    const entry = desk.questionFor(fact, report.facts);
    if (!entry) return [];
    return [
      {
        fact,
        label: entry.label,
        text: entry.question,
        why,
        how: entry.how ?? null,
        input: entry.input,
        choices: entry.choices,
        ...(entry.onlyOpen ? { id: askedId(entry) } : {}),
        gate: entry.gate ?? null,
        sensitive: entry.sensitive,
      },
    ];
  });
}
