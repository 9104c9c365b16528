/** What the bot remembers of one conversation, and what goes in and out of a turn. Plain JSON, kept between turns. */
import type { Eligibility, Scope, ScopeLimit } from '../src/model/report.ts';
import type { Card } from './cards/card.ts';
import type { Question } from './services.ts';

/** Turns in a row that are not understood before the bot offers choices and a person. */
export const MISSES_MAX = 2;
/** So often the bot waits for the rest of its questions; then it gives the verdict with what is open, and answers still count. */
export const WAITS_MAX = 2;

export type Shown = { scope: Scope; scopeLimit: ScopeLimit | null; eligibility: Eligibility };

/**
 * `idle`: nothing under way. `asking`: a card of questions lies on the table. `verdict`: it was given.
 * `switching` and `restarting`: the bot asked whether to leave this triage; `held` are the words that wait for the answer.
 */
export type Stage = 'idle' | 'asking' | 'verdict' | 'switching' | 'restarting';

/** The ticket that was last shown. */
export type TicketShown = {
  /** A `preview` may be sent in the turn after it; of a `ticket` the fields may be changed in words. */
  view: 'ticket' | 'preview';
  ticketName: string;
  /** The draft's `updatedAt`: what was seen is what may leave. */
  asOf: string;
  sendable: boolean;
  /** Problem types in the order of the card, to be chosen by number. */
  types: { id: string; title: string }[];
};

export type Triage = {
  recordId: string;
  starter: string;
  stage: Stage;
  /** What the card on the table asks. */
  pending: Question[];
  /** Cards that were answered, oldest first, for "back". */
  answered: Question[][];
  /** Ids of all that was ever asked: nothing is asked twice. */
  asked: string[];
  /** Questions that were asked and have no answer. */
  open: Question[];
  /** The verdict as last said, to say what a correction changed. */
  shown: Shown | null;
  /** Turns in a row that were not understood. */
  misses: number;
  /** Turns in which only a part of the questions was answered. */
  waits?: number;
  /** What was last said beside the questions on the table: said again, it is all there is to say. */
  aside?: string | null;
  /** Words that wait until the person has said whether they start a new triage. */
  held: string | null;
  /** The thread that waits for the verdict, where this triage answers private questions of a channel. */
  origin: string | null;
  /** Facts of the cluster were taken over from the triage before. */
  keptCluster?: boolean;
  /** Absent in conversations from before tickets could be sent. */
  ticket?: TicketShown | null;
};

export type Conversation = {
  version: 1;
  triage: Triage | null;
  /** The triage before: "back" takes it up again after a restart, a cancel or a new problem. */
  previous: Triage | null;
  /** Not understood while no triage is under way. */
  misses: number;
  /** Last turn, ISO 8601. */
  lastAt: string | null;
};

export const newConversation = (): Conversation => ({
  version: 1,
  triage: null,
  previous: null,
  misses: 0,
  lastAt: null,
});

export const newTriage = (recordId: string, starter: string): Triage => ({
  recordId,
  starter,
  stage: 'asking',
  pending: [],
  answered: [],
  asked: [],
  open: [],
  shown: null,
  misses: 0,
  held: null,
  origin: null,
  ticket: null,
});

/** One thing a person did: words, or a pressed button with its inputs. */
export type Said = {
  text: string;
  value: Record<string, unknown> | null;
  user: { id: string; name: string };
  /** Experts may change other people's triages. */
  expert: boolean;
  place: 'personal' | 'group';
  tenantId: string | null;
  conversationId: string;
  /** ISO 8601. */
  now: string;
};

export type Reply = { kind: 'text'; text: string; choices?: string[] } | { kind: 'card'; card: Card; summary: string };

/** What only the edge can do. */
export type Effect =
  | { kind: 'handoff'; recordId: string; why: string; open: string[] }
  | { kind: 'askPrivately'; recordId: string; questions: Question[] }
  | { kind: 'publish'; recordId: string; origin: string };

export type Outcome = { conversation: Conversation; replies: Reply[]; effects: Effect[] };
