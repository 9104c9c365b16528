/**
 * What a turn has to do in other conversations, each stored as an answer of its own. Errands run before the answer of their turn,
 * because it tells how they went.
 */
import { TurnContext } from 'botbuilder';
import type { Log } from '../ops/log.ts';
import type { Store } from '../store/store.ts';
import { type Answer, insteadOf, isFinal, isOurs, leftOf, lockFor, owedBy, type Sent } from './answer.ts';
import { newPassage, type Passage } from './connector-http.ts';
import { keepAnswer } from './kept.ts';
import type { OutboxAdapter } from './outbox-adapter.ts';
import type { Pauses } from './pauses.ts';
import { despiteRaces } from './races.ts';
import type { Send } from './sending.ts';

export type ErrandNeeds = {
  adapter: OutboxAdapter;
  appId: string;
  audience: string;
  store: Store;
  log: Log;
  send: Send;
  pauses: Pauses;
  /** A turn of the bot in a personal chat that an errand has opened. */
  arrive(there: TurnContext, task: unknown): Promise<void>;
  /** The bot takes back what it did for an errand that was refused. */
  refused(note: unknown): Promise<void>;
};

export type Errands = {
  /** Runs the errands of a turn, and gives its answer with the sentences that hold. */
  run(id: string, answer: Answer): Promise<Answer>;
  /** Sends one answer that is stored; nothing to do where it went out meanwhile. */
  sendStored(id: string): Promise<Sent>;
  /** The bot takes back what it did for this errand, in one go with the sentence that tells so. */
  takeBack(errand: { id: string; answer: unknown }, told: { id: string; answer: Answer }): Promise<void>;
};

export function createErrands(needs: ErrandNeeds): Errands {
  const { adapter, appId, store, log, send, pauses } = needs;

  const sendStored = (id: string): Promise<Sent> => despiteRaces(() => sendOnce(id));

  const sendOnce = async (id: string): Promise<Sent> => {
    const found = await store.activities.outcome(id);
    if (found?.kind !== 'answered' || found.owed === 0) return 'sent';
    const answer = found.answer as Answer;
    if (answer.open) return sendIntoChat(id, answer);
    const said = await run(id, leftOf(answer, found.owed));
    let result: Sent = 'waits';
    await adapter.later(appId, answer.reference, async (context) => {
      result = await send(context, id, said);
    });
    return result;
  };

  const sendIntoChat = async (id: string, answer: Answer): Promise<Sent> => {
    const passage = newPassage();
    let result: Sent = 'waits';
    try {
      result = await openChat(id, answer, passage);
    } catch (error) {
      if (isOurs(error)) throw error;
      if (isFinal(passage.status)) result = 'refused';
    }
    if (result === 'waits') pauses.failed(id, passage.retryAfterMs);
    return result;
  };

  /** Opens the personal chat (the same one every time), lets the bot have its turn there, and sends what it wants to say. */
  const openChat = async (id: string, { reference, open }: Answer, passage: Passage): Promise<Sent> => {
    const { channelId = '', serviceUrl = '' } = reference;
    const opening = { appId, channelId, serviceUrl, audience: needs.audience, parameters: chatWith(reference) };
    let result: Sent = 'waits';
    await adapter.opening(passage, opening, (there) =>
      store.exclusive(lockFor(there.activity.channelId, there.activity.conversation?.id), async () => {
        const answer = await store.atomically(async () => {
          const { outgoing, errands } = await adapter.collecting(there, () => needs.arrive(there, open?.task));
          const own = { reference: TurnContext.getConversationReference(there.activity), outgoing, response: null };
          return keepAnswer(store, { id, answer: own, errands });
        });
        result = await send(there, id, answer);
      }),
    );
    return result;
  };

  const run = async (id: string, answer: Answer): Promise<Answer> => {
    let said = answer;
    for (const errand of answer.errands ?? []) {
      const before = await store.activities.outcome(errand.id);
      const became = await carefully(errand.id);
      if (became === 'sent') continue;
      if (errand.told) said = insteadOf(said, errand.told.sent, errand.told[became]);
      if (became !== 'refused') continue;
      const refused = { id: errand.id, answer: before?.kind === 'answered' ? before.answer : null };
      await takeBack(refused, { id, answer: said });
    }
    return said;
  };

  const carefully = async (id: string): Promise<Sent> => {
    try {
      return await sendStored(id);
    } catch (error) {
      log.error('errand.failed', error);
      pauses.failed(id);
      return 'waits';
    }
  };

  const takeBack: Errands['takeBack'] = async (errand, told) => {
    const note = (errand.answer as Answer | null)?.refused?.note;
    await store.atomically(async () => {
      if (note !== undefined) await needs.refused(note);
      await store.activities.finish(told.id, told.answer, owedBy(told.answer));
    });
    await store.activities.delivered(errand.id);
  };

  return { run, sendStored, takeBack };
}

type ChatParameters = Parameters<OutboxAdapter['createConversationAsync']>[4];

/** The personal chat of whoever wrote. */
function chatWith({ user, bot, conversation }: Answer['reference']): ChatParameters {
  const tenantId = conversation?.tenantId;
  return {
    isGroup: false,
    bot,
    members: [user],
    ...(tenantId ? { tenantId, channelData: { tenant: { id: tenantId } } } : {}),
  } as ChatParameters;
}
