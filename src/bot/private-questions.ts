/**
 * Questions that a channel should not read are asked in the personal chat; the verdict goes back to the thread that waits.
 * Both conversations keep their own state; a small item ties them together.
 */
import { CardFactory, type ConversationReference, type Storage, TurnContext } from 'botbuilder';
import { z } from 'zod';
import { questionsCard } from '../../dialogs/cards/questions-card.ts';
import { verdictCard } from '../../dialogs/cards/verdict-card.ts';
import { type Conversation, type Effect, newConversation, newTriage, type Triage } from '../../dialogs/conversation.ts';
import { type Question, questionId, type Services } from '../../dialogs/services.ts';
import { activityOf } from '../../dialogs/triage-dialog.ts';
import { wording } from '../../dialogs/wording.ts';
import { ABSENT } from '../store/store.ts';
import type { Errand } from './outbox-adapter.ts';
import { userIdOf } from './said-in.ts';

export type PrivateNeeds = {
  services: Services;
  storage: Storage;
  elsewhere(context: TurnContext, errand: Errand): void;
  conversationOf: {
    get(context: TurnContext): Promise<Conversation | undefined>;
    set(context: TurnContext, conversation: Conversation): Promise<void>;
  };
};

/** The thread that waits, and what it must not show. */
type Waiting = { thread: Partial<ConversationReference>; askerId: string; hidden: string[] };

/** Questions that are not yet on the table of the personal chat; asked there by us, or when the person comes. */
type Left = { recordId: string; questions: Question[] };

/** All that is left for one person, as it was read. Several threads may ask the same person at once. */
type LeftList = { list: Left[]; eTag: string };

const LEFT_MAX = 20;

/** Whose questions are to be asked in the personal chat. */
const Task = z.object({ askerId: z.string(), recordId: z.string() });

const leftFor = (userId: string): string => `private-questions/users/${userId}`;
const keyOf = (recordId: string): string => `threads/records/${recordId}`;

export function createPrivateQuestions({ services, storage, elsewhere, conversationOf }: PrivateNeeds) {
  const leftOf = async (askerId: string): Promise<LeftList> =>
    ((await storage.read([leftFor(askerId)]))[leftFor(askerId)] as LeftList | undefined) ?? { list: [], eTag: ABSENT };
  /** Where another turn was quicker, this one is made again. An empty list stays: whoever deleted it could not tell a new one. */
  const saveLeft = (askerId: string, { list, eTag }: LeftList) => storage.write({ [leftFor(askerId)]: { list, eTag } });

  /** Puts what is left, of one triage or the oldest, on the table of this conversation; undefined where nothing is. */
  const take = async (context: TurnContext, askerId: string, recordId?: string): Promise<Left | undefined> => {
    const { list, eTag } = await leftOf(askerId);
    const left = recordId === undefined ? list[0] : list.find((one) => one.recordId === recordId);
    if (!left) return undefined;
    const before = (await conversationOf.get(context)) ?? newConversation();
    await conversationOf.set(context, takingUp(before, { ...left, askerId }));
    const others = list.filter((one) => one !== left);
    await saveLeft(askerId, { list: [...others, ...pushedOff(before)].slice(-LEFT_MAX), eTag });
    await context.sendActivity(wording.privately.intro);
    return left;
  };

  return {
    /** Asks in the personal chat; where none can be opened the thread says what to do. */
    async ask(context: TurnContext, { recordId, questions }: Extract<Effect, { kind: 'askPrivately' }>): Promise<void> {
      const askerId = userIdOf(context.activity);
      const waiting: Waiting = {
        thread: TurnContext.getConversationReference(context.activity),
        askerId,
        hidden: questions.map((question) => question.fact),
      };
      await storage.write({ [keyOf(recordId)]: { ...waiting, eTag: '*' } });
      const { list, eTag } = await leftOf(askerId);
      const others = list.filter((one) => one.recordId !== recordId);
      await saveLeft(askerId, { list: [...others, { recordId, questions }].slice(-LEFT_MAX), eTag });
      const task: z.infer<typeof Task> = { askerId, recordId };
      const { inChannel, waits, noChat } = wording.privately;
      elsewhere(context, {
        to: 'personal',
        activities: [],
        task,
        // Refused: the app is not installed for this person alone, or the chat is blocked; they come to us.
        told: { sent: inChannel, waits, refused: noChat },
      });
      await context.sendActivity(inChannel);
    },

    /** The personal chat is open: asks there, unless the person was quicker. */
    async arrive(there: TurnContext, given: unknown): Promise<void> {
      const { askerId, recordId } = Task.parse(given);
      const left = await take(there, askerId, recordId);
      if (!left) return;
      const { questions } = left;
      const card = questionsCard({ recordId, questions, above: () => [] });
      const labels = questions.map((question) => question.label);
      await there.sendActivity(
        activityOf({ kind: 'card', card, summary: wording.questions.summary(labels) }, 'personal'),
      );
    },

    /** Puts questions on the table that could not be asked before, now that the person is here. */
    async takeUp(context: TurnContext): Promise<void> {
      await take(context, userIdOf(context.activity));
    },

    /** The verdict of the private answers, in the thread that waits for it. */
    async publish(context: TurnContext, { recordId }: Extract<Effect, { kind: 'publish' }>): Promise<void> {
      const waiting = (await storage.read([keyOf(recordId)]))[keyOf(recordId)] as Waiting | undefined;
      if (!waiting || waiting.askerId !== userIdOf(context.activity)) return;
      const record = await services.record(recordId, waiting.askerId);
      if (!record) return;
      const card = verdictCard({ report: record.report, open: [], hidden: new Set(waiting.hidden) });
      const { done, doneLater, threadGone } = wording.privately;
      elsewhere(context, {
        to: waiting.thread,
        activities: [
          { type: 'message', attachments: [CardFactory.adaptiveCard(card)], summary: wording.verdict.title },
        ],
        told: { sent: done, waits: doneLater, refused: threadGone },
      });
      await context.sendActivity(done);
    },
  };
}

/** A conversation holds two triages: a third takes the place of the older one, whose questions are left again. */
function pushedOff({ triage, previous }: Conversation): Left[] {
  if (!triage || !previous?.origin || previous.pending.length === 0) return [];
  return [{ recordId: previous.recordId, questions: previous.pending }];
}

/** The personal conversation with these questions on the table; what was under way there stays at hand for "back". */
function takingUp(
  before: Conversation,
  given: { recordId: string; askerId: string; questions: Question[] },
): Conversation {
  const triage: Triage = {
    ...newTriage(given.recordId, given.askerId),
    pending: given.questions,
    asked: given.questions.map(questionId),
    origin: given.recordId,
  };
  return { ...before, triage, previous: before.triage ?? before.previous };
}
