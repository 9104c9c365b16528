/** The working side of one turn: what was said, what is remembered, and what will be answered. */
import type { FactName } from '../src/model/facts.ts';
import type { Report } from '../src/model/report.ts';
import type { Card } from './cards/card.ts';
import { isCheckable } from './cards/facts-card.ts';
import {
  type Conversation,
  type Effect,
  newTriage,
  type Reply,
  type Said,
  type TicketShown,
  type Triage,
} from './conversation.ts';
import { type Question, questionId, type Services, type TriageStep } from './services.ts';
import { wording } from './wording.ts';

export type Turn = {
  said: Said;
  services: Services;
  conversation: Conversation;
  replies: Reply[];
  effects: Effect[];
  /** The preview of a ticket that lay on the table when this turn began. */
  previewed: TicketShown | null;
};

export const text = (turn: Turn, words: string, choices?: string[]): void => {
  turn.replies.push({ kind: 'text', text: words, ...(choices ? { choices } : {}) });
};

/** What can be said next where a triage has its verdict. */
export const onward = ({ conversation }: Turn): string[] | undefined =>
  conversation.triage?.stage === 'verdict' ? [wording.choices.ticket, wording.choices.verdict] : undefined;

export const show = (turn: Turn, card: Card, summary: string): void => {
  turn.replies.push({ kind: 'card', card, summary });
};

export const factsOf = (questions: readonly Question[]): FactName[] => [
  ...new Set(questions.map((question) => question.fact)),
];

export const idsOf = (questions: readonly Question[]): string[] => questions.map(questionId);

/** The triage under way; callers have checked that there is one. */
export function underWay(turn: Turn): Triage {
  const { triage } = turn.conversation;
  if (!triage) throw new Error('There is no triage under way.');
  return triage;
}

/** Only who started a triage, or an expert, may change it. */
export const mayChange = ({ said }: Turn, triage: Triage): boolean => triage.starter === said.user.id || said.expert;

/** Starts over with another record; the triage before stays at hand for "back". */
export function take(turn: Turn, recordId: string): Triage {
  const { conversation, said } = turn;
  if (conversation.triage)
    conversation.previous = { ...conversation.triage, stage: restingStage(conversation.triage), held: null };
  conversation.triage = newTriage(recordId, said.user.id);
  conversation.misses = 0;
  return conversation.triage;
}

/** Leaves the triage; "back" takes it up again. */
export function leave(turn: Turn): void {
  const { conversation } = turn;
  if (!conversation.triage) return;
  conversation.previous = { ...conversation.triage, stage: restingStage(conversation.triage), held: null };
  conversation.triage = null;
}

/** Where a triage stands when no question about the conversation itself is open. */
export const restingStage = (triage: Triage): 'asking' | 'verdict' =>
  triage.pending.length > 0 ? 'asking' : 'verdict';

/** Facts that a channel must not show: those whose question is private. */
export function hiddenFacts(turn: Turn, questions: readonly Question[]): ReadonlySet<string> {
  if (turn.said.place === 'personal') return new Set();
  return new Set(questions.filter((question) => question.sensitive).map((question) => question.fact));
}

/** The report as it stands now, or undefined where the record is gone. */
export async function reportNow(turn: Turn, triage: Triage): Promise<Report | undefined> {
  const record = await turn.services.record(triage.recordId, triage.starter);
  return record?.report;
}

/** What was new or changed in the last words, as short phrases. */
export const changes = (
  step: TriageStep,
  name: (fact: string) => string,
  value: (fact: string, value: string) => string,
): string[] =>
  step.changed
    .filter(({ fact }) => isCheckable(fact))
    .map(({ fact, from, to }) =>
      from === null
        ? wording.change.fact(name(fact), value(fact, to))
        : wording.change.factFrom(name(fact), value(fact, from), value(fact, to)),
    );
