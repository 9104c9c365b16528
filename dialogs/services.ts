/** All that dialogs and the bot's edge may ask of the rest. Given by src/services.ts; tests pass their own. */
import type { FactName, Facts } from '../src/model/facts.ts';
import type { KnownIssue, KnownIssues } from '../src/model/known-issue.ts';
import type { TriageRecord } from '../src/model/record.ts';
import type { Report } from '../src/model/report.ts';
import type { Draft, Exit, ExitKind } from '../src/model/ticket.ts';

/** How a fact is asked on a card and in words; from knowledge/facts.yaml. */
export type Question = {
  fact: FactName;
  /** Short label of the input. */
  label: string;
  /** The whole question, one sentence. */
  text: string;
  /** Why it is asked, for this case. */
  why: string;
  /** How to find it out: a command or a place in the portal. */
  how: string | null;
  input: 'text' | 'choice' | 'date' | 'number';
  /** For `choice`; value is what comes back as the input's value. */
  choices: { title: string; value: string }[];
  /** Id of the input where it is not the fact itself: `nodeChange.directedByMicrosoft` asks for a key inside a fact. */
  id?: string;
  /** Stands on the card as one tick with this sentence; comes back as `yes` or `no`. */
  gate?: string | null;
  /** Not asked where others read along. */
  sensitive?: boolean;
};

/** What the answer to a question is called on cards. */
export const questionId = (question: Question): string => question.id ?? question.fact;

export type Session = {
  recordId: string;
  userId: string;
  tenantId: string | null;
  conversationId: string | null;
};

export type TriageStep = {
  record: TriageRecord;
  report: Report;
  /** What is still worth asking, best first, ready for a card; empty when the verdict is final. */
  questions: Question[];
  /** What was understood in the newest message: facts that are new or changed. */
  changed: { fact: FactName; from: string | null; to: string }[];
};

export type Services = {
  /**
   * Starts a triage from the first words. Masks credentials before anything else. `sameCluster` is a record of the same person
   * whose facts of the cluster, and what was asked about them, hold here too.
   */
  start(session: Omit<Session, 'recordId'>, text: string, sameCluster?: string): Promise<TriageStep>;
  /** Adds words to a triage: answers, corrections, more output. `asked` are the facts that were just asked. */
  say(recordId: string, userId: string, text: string, asked: FactName[]): Promise<TriageStep>;
  /** Adds answers of a card; a missing or empty value is no answer, `"unknown"` is "don't know". */
  answer(recordId: string, userId: string, values: Record<string, string>): Promise<TriageStep>;
  /** Notes what was asked, by question id, so that nothing is asked twice. */
  noteAsked(recordId: string, ids: string[]): Promise<void>;
  /** The record, if this user may see it. */
  record(recordId: string, userId: string): Promise<TriageRecord | undefined>;
  /** Credentials masked: for words that are quoted back, or wait in the state of a conversation. */
  mask(text: string): string;
  /** Facts and report without storing anything; for previews on every keystroke. */
  preview(text: string): Report;
  /** What a message is about before it starts or changes a triage. */
  intentOf(text: string): { intent: string; confidence: number; facts: Facts };
  search(query: { text: string; limit: number }): Promise<KnownIssues>;
  /** One issue from the store alone, for link unfurling. */
  issue(repo: string, number: number): Promise<KnownIssue | undefined>;
  watchedRepos(): string[];
  draft(recordId: string, userId: string, profile?: Record<string, string>): Promise<Draft>;
  editDraft(recordId: string, userId: string, values: Record<string, string>): Promise<Draft>;
  exits(recordId: string, userId: string, kinds?: ExitKind[]): Promise<Exit[]>;
  feedback(
    recordId: string,
    userId: string,
    feedback: { right: boolean; corrected?: Record<string, string>; note?: string },
  ): Promise<void>;
  handoff(
    recordId: string,
    userId: string,
    change: { state: 'unassigned' | 'assigned' | 'closed'; expert: string | null },
  ): Promise<TriageRecord>;
  /** Absent where no Azure identity is configured. */
  sending?: Sending;
};

/** What would leave, shown before anything does. */
export type TicketPreview = {
  draft: Draft;
  /** What is wrong or missing, as sentences; nothing is sent while one stands here. */
  problems: string[];
  /** What could not be asked beforehand; stops nothing. */
  notes: string[];
  openTickets: { id: string; title: string; createdDate: string }[];
  problemTypes: { id: string; title: string }[];
};

export type TicketOutcome = {
  kind: 'created' | 'pending' | 'incomplete' | 'refused' | 'gone';
  /** One or more sentences for the person, with the next step. */
  text: string;
  /** The way through the portal, whatever happened. */
  url: string | null;
  ticketId: string | null;
};

/** Sending tickets over the Azure Support API, in two turns. */
export type Sending = {
  preview(recordId: string, userId: string): Promise<TicketPreview>;
  /** `ticketName` is the name in the preview the person saw: a confirmation of another draft sends nothing. */
  send(recordId: string, userId: string, ticketName: string): Promise<TicketOutcome>;
};

/** Errors a person can act on; the message is shown as it is. */
export class UserError extends Error {
  override name = 'UserError';
}
