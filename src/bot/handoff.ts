/** Hand-over to people: one card in the experts' channel for a case, taken and closed there, and both sides told. */
import {
  type Activity,
  CardFactory,
  type ConversationReference,
  MessageFactory,
  type Storage,
  TurnContext,
} from 'botbuilder';
import { z } from 'zod';
import { type HandoffCard, handoffCard } from '../../dialogs/cards/handoff-card.ts';
import type { Effect } from '../../dialogs/conversation.ts';
import type { Services } from '../../dialogs/services.ts';
import { wording } from '../../dialogs/wording.ts';
import type { Errand } from './outbox-adapter.ts';
import { userIdOf } from './said-in.ts';

export type HandoffNeeds = {
  services: Services;
  storage: Storage;
  elsewhere(context: TurnContext, errand: Errand): void;
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

/** What is needed to take a hand-off back. */
const Refused = z.object({ handoff: z.string(), askerId: z.string() });

const keyOf = (recordId: string): string => `handoffs/records/${recordId}`;

export function createHandoff({ services, storage, elsewhere, channel }: HandoffNeeds) {
  const read = async (recordId: string): Promise<Case | undefined> => {
    const items = await storage.read([keyOf(recordId)]);
    return items[keyOf(recordId)] as Case | undefined;
  };

  return {
    /** Passes the case to the experts and tells the person; every failure leaves a next step. */
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
      const message = MessageFactory.attachment(CardFactory.adaptiveCard(card));
      const { sent, waits, failed } = wording.handoff;
      const note: z.infer<typeof Refused> = { handoff: effect.recordId, askerId };
      elsewhere(context, {
        to: expertsReference(activity, channel),
        activities: [{ ...message, summary: wording.handoff.summary }],
        told: { sent, waits, refused: failed },
        refused: note,
      });
      await storage.write({ [keyOf(effect.recordId)]: { ...about, eTag: '*' } });
      await tell(context, sent);
    },

    /** The experts' channel refuses for good; the person can still use the ticket, and may ask again. */
    async refused(note: unknown): Promise<void> {
      const { data } = Refused.safeParse(note);
      if (!data) return;
      await services.handoff(data.handoff, data.askerId, { state: 'closed', expert: null });
      await storage.delete([keyOf(data.handoff)]);
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
      notify(context, about, verb, expert ?? '');
      if (verb === 'assign') await tell(context, wording.handoff.toExpert(about.person));
      const shown: HandoffCard = { record, person: about.person, why: about.why, open: about.open, expert };
      return handoffCard(shown);
    },
  };

  function notify(context: TurnContext, about: Case, verb: Verb, expert: string): void {
    const { handoff } = wording;
    const text = { assign: handoff.taken(expert), close: handoff.closed(expert), giveBack: handoff.givenBack }[verb];
    elsewhere(context, { to: about.asker, activities: [{ type: 'message', text }] });
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
