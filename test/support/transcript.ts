/**
 * Plays conversations: each row is what a person says (or presses) and what the bot must answer. Answers are checked in order;
 * a string must stand in the answer's text, a function looks at it itself.
 */
import type { Card } from '../../dialogs/cards/card.ts';
import { actionData, cardWords, inputIds } from '../../dialogs/cards/read-card.ts';
import type { Conversation, Outcome, Reply, Said } from '../../dialogs/conversation.ts';
import { respond } from '../../dialogs/respond.ts';
import type { Services } from '../../dialogs/services.ts';

export type Input = string | Record<string, unknown>;
export type Check = string | RegExp | ((reply: Reply) => void);

export const START = '2026-11-20T10:00:00.000Z';

export type Player = {
  say(input: Input, options?: Partial<Said>): Promise<Outcome>;
  conversation: Conversation | undefined;
};

export function player(services: Services, defaults: Partial<Said> = {}): Player {
  const made: Player = {
    conversation: undefined,
    async say(input, options = {}) {
      const said: Said = {
        text: typeof input === 'string' ? input : '',
        value: typeof input === 'string' ? null : input,
        user: { id: 'alex', name: 'Alex' },
        expert: false,
        place: 'personal',
        tenantId: null,
        conversationId: 'c1',
        now: START,
        ...defaults,
        ...options,
      };
      const outcome = await respond(made.conversation, said, services);
      // Through JSON, as the store would keep it.
      made.conversation = JSON.parse(JSON.stringify(outcome.conversation)) as Conversation;
      return outcome;
    },
  };
  return made;
}

/** All words of a reply: text, or every text, label, title and value of the card. */
export function wordsOf(reply: Reply): string {
  return reply.kind === 'text' ? reply.text : cardWords(reply.card);
}

export const cardsOf = (outcome: Outcome): Card[] =>
  outcome.replies.flatMap((reply) => (reply.kind === 'card' ? [reply.card] : []));
export const textsOf = (outcome: Outcome): string => outcome.replies.map(wordsOf).join('\n');
export const askedIn = (outcome: Outcome): string[] => cardsOf(outcome).flatMap(inputIds);
/** Record ids that the buttons of verdict cards carry. */
export const verdictsIn = (outcome: Outcome): string[] =>
  cardsOf(outcome)
    .flatMap(actionData)
    .flatMap(({ recordId }) => (typeof recordId === 'string' ? [recordId] : []));
