/**
 * One activity, one turn, one answer, whatever happens in between: turns of a conversation wait for each other across replicas;
 * everything a turn writes is stored together with its answer; then the answer leaves. An activity that comes again gets what
 * is still owed and nothing twice; what could not be sent goes out later, from this process or the next.
 */
import { type Activity, type ConversationReference, DeliveryModes, type InvokeResponse, TurnContext } from 'botbuilder';
import type { Log } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics.ts';
import { type Store, StoreUnavailable } from '../store/store.ts';
import type { OutboxAdapter, Outgoing, Sender } from './outbox-adapter.ts';

/** Activities that wait in memory for the store to come back. */
const WAITING_MAX = 500;
/** Invokes that only read: no state, nothing to repeat, and a user waits behind every key stroke. */
const READ_ONLY = new Set([
  'composeExtension/query',
  'composeExtension/queryLink',
  'composeExtension/anonymousQueryLink',
]);

/** What is found is the same for everybody, and is asked again with every key stroke and by everybody with the same trouble. */
const SEARCH_KEPT_MS = 15_000;
const SEARCHES_MAX = 300;

type Answer = {
  reference: Partial<ConversationReference>;
  /** To be sent to the conversation, in this order. */
  outgoing: Outgoing[];
  /** The answer of the request itself, where the caller waits for one. */
  response: InvokeResponse | null;
};

export type DeliveryNeeds = {
  adapter: OutboxAdapter;
  appId: string;
  store: Store;
  log: Log;
  metrics: Metrics;
  /** The bot's own work of a turn. */
  turn(context: TurnContext): Promise<void>;
  /** What a person is told when a turn failed; `reference` finds it in the log. */
  words: { broken(reference: string): string; storeAway: string; storeAwayLater: string };
};

export type Delivery = {
  /** Deals with one activity; `respond` is called once and resolves to whether the answer of the request went out. */
  deliver(sender: Sender, activity: Activity, turnId: string, respond: Respond): Promise<void>;
  /** Deals with what waits and sends what is still owed; called at the start and now and then. */
  catchUp(): Promise<void>;
};
export type Respond = (response: InvokeResponse) => Promise<boolean>;

export function createDelivery({ adapter, appId, store, log, metrics, turn, words }: DeliveryNeeds): Delivery {
  const searches = new Map<string, { response: InvokeResponse; until: number }>();
  const waiting = new Map<string, { sender: Sender; activity: Activity; turnId: string }>();

  /** A reply that needs no store, for when there is none. */
  const say = (text: string, sender: Sender, activity: Activity) =>
    adapter.run(sender, activity, async (context) => {
      await context.sendActivity(text);
    });

  /** Runs the turn and stores it with its answer, or throws and stores nothing. */
  const run = async (context: TurnContext, key: string | null): Promise<Answer> =>
    store.atomically(async () => {
      const outgoing = await adapter.collecting(context, async () => turn(context));
      const answer = answerOf(context, outgoing, bodyOf(context, adapter));
      if (key) await store.activities.finish(key, answer);
      return answer;
    });

  /** Notes what is still owed after this; nothing owed is an answer delivered. */
  const note = async (key: string | null, owed: Answer): Promise<void> => {
    if (!key) return;
    if (owed.outgoing.length === 0 && owed.response === null) await store.activities.delivered(key);
    else await store.activities.finish(key, owed);
  };

  /** Sends to the conversation; gives what has to wait. */
  const post = async (context: TurnContext, outgoing: readonly Outgoing[]): Promise<Outgoing[]> => {
    for (const [index, one] of outgoing.entries()) {
      try {
        await adapter.post(context, one);
      } catch (error) {
        const status = statusOf(error);
        if (!isFinal(status)) {
          log.warn('answer.waits', { status, count: outgoing.length - index });
          return outgoing.slice(index);
        }
        log.warn('answer.refused', { status });
      }
    }
    return [];
  };

  /**
   * Lets an answer out. Noted as sent before it is sent: killed in between, a person may miss an answer they can ask for again,
   * but never gets two.
   */
  const settle = async (context: TurnContext, key: string | null, answer: Answer, respond: Respond): Promise<void> => {
    let owed = answer;
    if (owed.outgoing.length > 0) {
      owed = { ...answer, outgoing: [] };
      await note(key, owed);
      const left = await post(context, answer.outgoing);
      if (left.length > 0) {
        owed = { ...answer, outgoing: left };
        await note(key, owed);
      }
    }
    const arrived = await respond(answer.response ?? { status: context.activity.type === 'invoke' ? 501 : 200 });
    const isNoted = owed.response === null && answer.outgoing.length > 0;
    if (!isNoted && (arrived || owed.response === null)) await note(key, { ...owed, response: null });
  };

  const fresh = async (sender: Sender, activity: Activity, turnId: string, key: string | null, respond: Respond) => {
    let failure: unknown;
    await adapter.run(sender, activity, async (context) => {
      try {
        await settle(context, key, await answerTo(context, turnId, key), respond);
      } catch (error) {
        failure = error;
      }
    });
    if (failure) throw failure;
  };

  const answerTo = async (context: TurnContext, turnId: string, key: string | null): Promise<Answer> => {
    try {
      return await run(context, key);
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error;
      log.error('turn.failed', error, { turn: turnId });
      return apology(context, words.broken(turnId), key);
    }
  };

  /** What a person gets for a turn that failed; its half-made writes are gone, and it is not tried again by itself. */
  const apology = async (context: TurnContext, text: string, key: string | null): Promise<Answer> => {
    context.bufferedReplyActivities.length = 0;
    const outgoing = await adapter.collecting(context, async () => {
      await context.sendActivity(text);
    });
    const isInvoke = context.activity.type === 'invoke';
    const response = isInvoke ? invokeMessage(context.activity, text) : bodyOf(context, adapter);
    const answer = answerOf(context, outgoing, response);
    if (key) await store.activities.finish(key, answer);
    return answer;
  };

  const again = async (sender: Sender, activity: Activity, key: string, answer: Answer, respond: Respond) => {
    await adapter.run(sender, activity, (context) => settle(context, key, answer, respond));
    metrics.late.inc();
  };

  const search = async (sender: Sender, activity: Activity, turnId: string): Promise<InvokeResponse> => {
    const key = JSON.stringify([activity.name, activity.value]);
    const known = searches.get(key);
    if (known && Date.now() < known.until) return known.response;
    try {
      const response = (await adapter.run(sender, activity, turn)) ?? { status: 200 };
      searches.delete(key);
      searches.set(key, { response, until: Date.now() + SEARCH_KEPT_MS });
      if (searches.size > SEARCHES_MAX) searches.delete(searches.keys().next().value ?? '');
      return response;
    } catch (error) {
      log.error('turn.failed', error, { turn: turnId });
      return { status: 200, body: { composeExtension: { type: 'message', text: words.broken(turnId) } } };
    }
  };

  const deliver: Delivery['deliver'] = async (sender, activity, turnId, respond) => {
    if (READ_ONLY.has(activity.name ?? '')) return respond(await search(sender, activity, turnId)).then(() => {});
    const key = keyOf(activity);
    let responded = false;
    const once: Respond = async (response) => {
      responded = true;
      return respond(response);
    };
    try {
      await store.exclusive(lockOf(activity), async () => {
        const before = key ? await store.activities.outcome(key) : undefined;
        if (before) metrics.duplicates.inc({ outcome: before.kind });
        if (!before || !key) await fresh(sender, activity, turnId, key, once);
        else if (before.kind === 'answered') await again(sender, activity, key, before.answer as Answer, once);
        else await once(nothingMore(activity));
      });
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      metrics.storeUnavailable.inc();
      log.error('store.unavailable', error, { turn: turnId });
      if (!responded) await withoutStore(sender, activity, turnId, once);
    }
  };

  const withoutStore = async (sender: Sender, activity: Activity, turnId: string, respond: Respond) => {
    const key = keyOf(activity);
    const canWait = !callerWaits(activity) && key !== null && waiting.size < WAITING_MAX;
    const isNew = canWait && !waiting.has(key);
    if (canWait && isNew) waiting.set(key, { sender, activity, turnId });
    if (activity.type === 'invoke') {
      await respond(invokeMessage(activity, words.storeAway));
    } else if (activity.type === 'message' && (isNew || !canWait)) {
      await respond((await say(canWait ? words.storeAwayLater : words.storeAway, sender, activity)) ?? { status: 200 });
    } else {
      await respond({ status: 200 });
    }
  };

  const sendOwed = async () => {
    for (const { id, answer } of await store.activities.undelivered()) {
      const owed = answer as Answer;
      // The caller that waits for a response asks again by itself.
      if (owed.outgoing.length === 0) continue;
      await store.exclusive(lockFor(owed.reference.channelId, owed.reference.conversation?.id), async () => {
        // Somebody else may have been just about to send it.
        if ((await store.activities.outcome(id))?.kind !== 'answered') return;
        await note(id, { ...owed, outgoing: [] });
        await adapter.later(appId, owed.reference, async (context) => {
          const left = await post(context, owed.outgoing);
          if (left.length > 0) await note(id, { ...owed, outgoing: left });
        });
        metrics.late.inc();
      });
    }
  };

  return {
    deliver,
    async catchUp() {
      await store.ping();
      for (const [key, { sender, activity, turnId }] of [...waiting]) {
        waiting.delete(key);
        await deliver(sender, activity, turnId, async () => true);
      }
      await sendOwed();
    },
  };
}

const callerWaits = (activity: Activity): boolean =>
  activity.type === 'invoke' || activity.deliveryMode === DeliveryModes.ExpectReplies;

/** The reference names the user, so that deleting a user also finds answers that are still on their way. */
const answerOf = (context: TurnContext, outgoing: Outgoing[], response: InvokeResponse | null): Answer => ({
  reference: TurnContext.getConversationReference(context.activity),
  outgoing,
  response,
});

/** The same as the framework would answer the request with. */
function bodyOf(context: TurnContext, adapter: OutboxAdapter): InvokeResponse | null {
  if (context.activity.deliveryMode === DeliveryModes.ExpectReplies) {
    return { status: 200, body: { activities: [...context.bufferedReplyActivities] } };
  }
  return adapter.invokeResponse(context) ?? null;
}

/** An edit carries the id of what it edits, and its own time. */
function keyOf(activity: Activity): string | null {
  if (!activity.id) return null;
  const own =
    activity.type === 'message' || activity.type === 'invoke' ? '' : `/${activity.type}/${String(activity.timestamp)}`;
  return `${activity.channelId}/${activity.conversation?.id}/${activity.id}${own}`;
}

const lockFor = (channelId: string | undefined, conversationId: string | undefined) =>
  `turn ${channelId}/${conversationId}`;
const lockOf = (activity: Activity) => lockFor(activity.channelId, activity.conversation?.id);

/** A card's button shows a sentence; anything else takes an empty answer. */
function invokeMessage(activity: Activity, text: string): InvokeResponse {
  if (activity.name !== 'adaptiveCard/action') return { status: 200, body: {} };
  return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text } };
}

const nothingMore = (activity: Activity): InvokeResponse =>
  activity.deliveryMode === DeliveryModes.ExpectReplies ? { status: 200, body: { activities: [] } } : { status: 200 };

const statusOf = (error: unknown): number | undefined => {
  const status = (error as { statusCode?: unknown }).statusCode;
  return typeof status === 'number' ? status : undefined;
};

/** The channel will never take it: the bot was removed, the conversation is gone, the card is refused. */
const isFinal = (status: number | undefined): boolean =>
  status !== undefined && status >= 300 && status < 500 && ![408, 412, 429].includes(status);
