/** Hand-over to people: one card in the experts' channel for a case, taken and closed there, and both sides told. */
import {
  type Activity,
  CardFactory,
  type ConversationReference,
  MessageFactory,
  type Storage,
  TurnContext,
} from 'botbuilder';
import { type HandoffCard, handoffCard } from '../../dialogs/cards/handoff-card.ts';
import type { Effect } from '../../dialogs/conversation.ts';
import type { Services } from '../../dialogs/services.ts';
import { wording } from '../../dialogs/wording.ts';
import { userIdOf } from './said-in.ts';

export type Later = (
  reference: Partial<ConversationReference>,
  logic: (context: TurnContext) => Promise<void>,
) => Promise<void>;

export type HandoffNeeds = {
  services: Services;
  storage: Storage;
  later: Later;
  /** Conversation id of the experts' channel, where one is set up. */
  channel: string | undefined;
};

/** What is kept of a case until it is closed. */
type Case = {
  asker: Partial<ConversationReference>;
  askerId: string;
  person: string;
  why: string;
  open: string[];
};

const VERBS = { assign: 'assigned', close: 'closed', giveBack: 'unassigned' } as const;
type Verb = keyof typeof VERBS;
export const isHandoffVerb = (verb: unknown): verb is Verb => typeof verb === 'string' && Object.hasOwn(VERBS, verb);

const keyOf = (recordId: string): string => `handoffs/records/${recordId}`;

export function createHandoff({ services, storage, later, channel }: HandoffNeeds) {
  const read = async (recordId: string): Promise<Case | undefined> => {
    const items = await storage.read([keyOf(recordId)]);
    return items[keyOf(recordId)] as Case | undefined;
  };

  return {
    /** Posts the case to the experts and tells the person; every failure leaves a next step. */
    async start(context: TurnContext, effect: Extract<Effect, { kind: 'handoff' }>): Promise<void> {
      if (!channel) return tell(context, wording.handoff.none);
      const { activity } = context;
      const askerId = userIdOf(activity);
      const before = await services.record(effect.recordId, askerId);
      if (!before) return tell(context, wording.gone);
      if (before.handoff && before.handoff.state !== 'closed') return tell(context, wording.handoff.already);
      const record = await services.handoff(effect.recordId, askerId, { state: 'unassigned', expert: null });
      const person = activity.from?.name ?? '';
      const about: Case = {
        asker: TurnContext.getConversationReference(activity),
        askerId,
        person,
        why: effect.why,
        open: effect.open,
      };
      const card = handoffCard({ record, person, why: effect.why, open: effect.open, expert: null });
      try {
        await later(expertsReference(activity, channel), async (there) => {
          const message = MessageFactory.attachment(CardFactory.adaptiveCard(card));
          await there.sendActivity({ ...message, summary: wording.handoff.summary });
        });
      } catch {
        // The channel is away or refuses; the person can still use the ticket.
        await services.handoff(effect.recordId, askerId, { state: 'closed', expert: null });
        return tell(context, wording.handoff.failed);
      }
      await storage.write({ [keyOf(effect.recordId)]: { ...about, eTag: '*' } });
      await tell(context, wording.handoff.sent);
    },

    /** An expert took, closed or gave back a case. Gives the card that replaces the old one, or a sentence. */
    async change(
      context: TurnContext,
      verb: Verb,
      recordId: unknown,
    ): Promise<ReturnType<typeof handoffCard> | string> {
      const { activity } = context;
      if (activity.conversation?.id?.split(';')[0] !== channel) return wording.handoff.notExpert;
      const about = typeof recordId === 'string' ? await read(recordId) : undefined;
      if (!about || typeof recordId !== 'string') return wording.gone;
      const expert = verb === 'giveBack' ? null : (activity.from?.name ?? '');
      const record = await services.handoff(recordId, about.askerId, { state: VERBS[verb], expert });
      await notify(about, verb, expert ?? '');
      if (verb === 'assign') await tell(context, wording.handoff.toExpert(about.person));
      const shown: HandoffCard = { record, person: about.person, why: about.why, open: about.open, expert };
      return handoffCard(shown);
    },
  };

  async function notify(about: Case, verb: Verb, expert: string): Promise<void> {
    const { handoff } = wording;
    const words = { assign: handoff.taken(expert), close: handoff.closed(expert), giveBack: handoff.givenBack }[verb];
    await later(about.asker, async (there) => {
      await there.sendActivity(words);
    });
  }
}

const tell = async (context: TurnContext, words: string): Promise<void> => {
  await context.sendActivity(words);
};

/** A post of its own in the experts' channel, through the same connector that this conversation came from. */
function expertsReference(activity: Activity, channel: string): Partial<ConversationReference> {
  const { conversation, ...reference } = TurnContext.getConversationReference(activity);
  const { activityId: _, user: __, ...rest } = reference;
  return {
    ...rest,
    conversation: {
      id: channel,
      name: '',
      isGroup: true,
      conversationType: 'channel',
      ...(conversation?.tenantId ? { tenantId: conversation.tenantId } : {}),
    },
  } as Partial<ConversationReference>;
}
