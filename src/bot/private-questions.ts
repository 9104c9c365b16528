/**
 * Questions that a channel should not read are asked in the personal chat; the verdict goes back to the thread that waits.
 * Both conversations keep their own state; a small item ties them together.
 */
import { CardFactory, type ConversationReference, type Storage, TurnContext } from 'botbuilder';
import { questionsCard } from '../../dialogs/cards/questions-card.ts';
import { verdictCard } from '../../dialogs/cards/verdict-card.ts';
import { type Conversation, type Effect, newConversation, newTriage, type Triage } from '../../dialogs/conversation.ts';
import { type Question, questionId, type Services } from '../../dialogs/services.ts';
import { activityOf } from '../../dialogs/triage-dialog.ts';
import { wording } from '../../dialogs/wording.ts';
import type { Later } from './handoff.ts';
import { userIdOf } from './said-in.ts';

/** Opens a personal chat with the person of an activity and runs `logic` there. */
export type Privately = (context: TurnContext, logic: (there: TurnContext) => Promise<void>) => Promise<void>;

export type PrivateNeeds = {
  services: Services;
  storage: Storage;
  later: Later;
  privately: Privately;
  conversationOf: {
    get(context: TurnContext): Promise<Conversation | undefined>;
    set(context: TurnContext, conversation: Conversation): Promise<void>;
  };
};

/** The thread that waits, and what it must not show. */
type Waiting = { thread: Partial<ConversationReference>; askerId: string; hidden: string[] };

/** Questions for which no personal chat could be opened. */
type Left = { recordId: string; questions: Question[] };

const leftFor = (userId: string): string => `private-questions/users/${userId}`;
const keyOf = (recordId: string): string => `threads/records/${recordId}`;

export function createPrivateQuestions({ services, storage, later, privately, conversationOf }: PrivateNeeds) {
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
      try {
        await privately(context, async (there) => {
          const before = (await conversationOf.get(there)) ?? newConversation();
          await conversationOf.set(there, takingUp(before, { recordId, askerId, questions }));
          await there.sendActivity(wording.privately.intro);
          const card = questionsCard({ recordId, questions, above: () => [] });
          const labels = questions.map((question) => question.label);
          await there.sendActivity(
            activityOf({ kind: 'card', card, summary: wording.questions.summary(labels) }, 'personal'),
          );
        });
      } catch {
        // The app is not installed for this person alone, or the chat is blocked: they come to us.
        const left: Left = { recordId, questions };
        await storage.write({ [leftFor(askerId)]: { ...left, eTag: '*' } });
        await context.sendActivity(wording.privately.noChat);
        return;
      }
      await context.sendActivity(wording.privately.inChannel);
    },

    /** Puts questions on the table that could not be asked before, now that the person is here. */
    async takeUp(context: TurnContext): Promise<void> {
      const askerId = userIdOf(context.activity);
      const left = (await storage.read([leftFor(askerId)]))[leftFor(askerId)] as Left | undefined;
      if (!left) return;
      const before = (await conversationOf.get(context)) ?? newConversation();
      await conversationOf.set(context, takingUp(before, { ...left, askerId }));
      await storage.delete([leftFor(askerId)]);
      await context.sendActivity(wording.privately.intro);
    },

    /** The verdict of the private answers, in the thread that waits for it. */
    async publish(context: TurnContext, { recordId }: Extract<Effect, { kind: 'publish' }>): Promise<void> {
      const waiting = (await storage.read([keyOf(recordId)]))[keyOf(recordId)] as Waiting | undefined;
      if (!waiting || waiting.askerId !== userIdOf(context.activity)) return;
      const record = await services.record(recordId, waiting.askerId);
      if (!record) return;
      const card = verdictCard({ report: record.report, open: [], hidden: new Set(waiting.hidden) });
      await later(waiting.thread, async (there) => {
        await there.sendActivity({
          attachments: [CardFactory.adaptiveCard(card)],
          type: 'message',
          summary: wording.verdict.title,
        });
      });
      await context.sendActivity(wording.privately.done);
    },
  };
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
