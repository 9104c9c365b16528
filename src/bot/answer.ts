/** What a stored turn wants to say, and to whom: the JSON that waits in the store until all of it has left. */
import { type Activity, type ConversationReference, type InvokeResponse, TurnContext } from 'botbuilder';
import type { Errand, Outgoing } from './outbox-adapter.ts';

export type Answer = {
  /** Names the user, so that deleting a user also finds answers that are still on their way. */
  reference: Partial<ConversationReference>;
  /** To be sent, in this order. */
  outgoing: Outgoing[];
  /** The answer of the request itself, where the caller waits for one. */
  response: InvokeResponse | null;
  /** Errands of this turn, each an answer of its own under this id. */
  errands?: { id: string; told: Errand['told'] }[];
  /** Only where this is an errand: the personal chat has to be opened first. */
  open?: { task: unknown };
  /** Only where this is an errand: what the bot is handed if the channel refuses for good. */
  refused?: { note: unknown; said: string | null; asker: Partial<ConversationReference> };
};

/** `refused`: the channel will never take it. */
export type Sent = 'sent' | 'waits' | 'refused';

/** The answer without what others have sent of it. */
export const leftOf = (answer: Answer, owed: number): Answer => ({
  ...answer,
  outgoing: answer.outgoing.slice(Math.max(0, answer.outgoing.length - owed)),
});

export const owedBy = ({ outgoing, open }: Answer): number => (open ? 1 : outgoing.length);

export const lockFor = (channelId: string | undefined, conversationId: string | undefined) =>
  `turn ${channelId}/${conversationId}`;

export function errandAnswer(errand: Errand, asker: Partial<ConversationReference>): Answer {
  const { to, activities, task, told, refused } = errand;
  const own: Answer =
    to === 'personal'
      ? { reference: asker, outgoing: [], response: null, open: { task } }
      : { reference: to, outgoing: activities.map((activity) => sayIn(to, activity)), response: null };
  return { ...own, refused: { note: refused, said: told?.refused ?? null, asker } };
}

export const sayIn = (reference: Partial<ConversationReference>, activity: Partial<Activity>): Outgoing => ({
  kind: 'send',
  activity: TurnContext.applyConversationReference({ ...activity }, reference),
});

/** The answer with one sentence replaced by another, wherever it goes. */
export function insteadOf(answer: Answer, sentence: string, other: string): Answer {
  const swap = <A extends Partial<Activity>>(activity: A): A =>
    activity.text === sentence ? { ...activity, text: other } : activity;
  const body = answer.response?.body as { activities?: Partial<Activity>[] } | undefined;
  return {
    ...answer,
    outgoing: answer.outgoing.map(({ kind, activity }) => ({ kind, activity: swap(activity) })),
    response:
      answer.response && body?.activities
        ? { ...answer.response, body: { ...body, activities: body.activities.map(swap) } }
        : answer.response,
  };
}

export const isTaken = (status: number | undefined): boolean => status !== undefined && status >= 200 && status < 300;

/** The channel will never take it: the bot was removed, the conversation is gone, the card is refused. Our sign-in may recover. */
export const isFinal = (status: number | undefined): boolean =>
  status !== undefined && status >= 300 && status < 500 && ![401, 408, 412, 425, 429].includes(status);

/** The store's trouble is not the channel's. */
export const isOurs = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'StoreUnavailable' || error.name === 'StoreConflict');
