/**
 * One activity, one turn, one answer, whatever happens in between: turns of a conversation wait for each other across replicas;
 * everything a turn writes is stored together with its answer; then the answer leaves. An activity that comes again gets what
 * is still owed and nothing twice. What cannot be done now is said in a sentence, kept on a disk, and done later.
 */
import { type Activity, type InvokeResponse, TurnContext } from 'botbuilder';
import type { Log } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics.ts';
import { type Departures, noDepartures } from '../store/departures.ts';
import { type Store, StoreConflict, StoreUnavailable } from '../store/store.ts';
import { type Answer, leftOf } from './answer.ts';
import { createOutbox } from './outbox.ts';
import type { OutboxAdapter, Sender } from './outbox-adapter.ts';
import { despiteRaces } from './races.ts';
import {
  bodyOf,
  callerWaits,
  invokeMessage,
  keyOf,
  lockOf,
  nothingMore,
  sentence,
  turnedToMessages,
} from './requests.ts';
import { type Searches, searchesKept } from './searches.ts';
import { type SlowTurn, slowTurn } from './slow-turn.ts';
import type { Waiting, WaitingRoom } from './waiting.ts';

/** What people were told of slowness and outages; once a message each. */
const TOLD_MAX = 2000;

export type DeliveryNeeds = {
  adapter: OutboxAdapter;
  appId: string;
  /** The channel's audience, for chats that are opened. */
  audience?: string;
  store: Store;
  waiting: WaitingRoom;
  /** Where it is noted on this machine which messages have left. */
  departures?: Departures;
  log: Log;
  metrics: Metrics;
  /** The bot's own work of a turn. */
  turn(context: TurnContext): Promise<void>;
  /** Its work in a personal chat that an errand has opened. */
  arrive?(there: TurnContext, task: unknown): Promise<void>;
  /** What it takes back where the channel refuses an errand for good. */
  refused?(note: unknown): Promise<void>;
  /** What a person is told when a turn failed or is slow; `reference` finds it in the log. */
  words: { broken(reference: string): string; storeAway: string; storeAwayLater: string; stillWorking: string };
  /** When a slow turn says so, and when its request is answered although it is not over; tests wait less. */
  slow?: { tellMs: number; answerMs: number };
};

export type Delivery = {
  /** Deals with one activity; `respond` is called once and resolves to whether the answer of the request went out. */
  deliver(sender: Sender, activity: Activity, turnId: string, respond: Respond): Promise<void>;
  /** Deals with what waits and sends what is still owed; called at the start and now and then. */
  catchUp(): Promise<void>;
  /** Begins nothing new, so that a running `catchUp` ends soon. */
  close(): void;
};
export type Respond = (response: InvokeResponse) => Promise<boolean>;

type Turn = {
  sender: Sender;
  activity: Activity;
  turnId: string;
  key: string;
  respond: Respond;
  slow: SlowTurn | null;
};

const TRY_AGAIN: InvokeResponse = { status: 503 };

export function createDelivery(needs: DeliveryNeeds): Delivery {
  const { adapter, appId, store, waiting, log, metrics, words } = needs;
  const outbox = createOutbox({
    ...needs,
    departures: needs.departures ?? noDepartures,
    audience: needs.audience ?? '',
    arrive: needs.arrive ?? (async () => {}),
    refused: needs.refused ?? (async () => {}),
  });
  const searches: Searches = searchesKept({ ...needs, broken: words.broken });
  const told = new Set<string>();
  let isClosed = false;

  const isNews = (what: string): boolean => {
    if (told.has(what)) return false;
    told.add(what);
    if (told.size > TOLD_MAX) told.delete(told.values().next().value ?? '');
    return true;
  };

  /** A reply that needs no store, for when there is none. */
  const say = (text: string, sender: Sender, activity: Activity) =>
    adapter.run(sender, structuredClone(activity), async (context) => {
      await context.sendActivity(text);
    });

  /** Runs the turn and stores it with its answer and its errands, or throws and stores nothing. */
  const run = async (context: TurnContext, key: string, slow: SlowTurn | null): Promise<Answer> =>
    store.atomically(async () => {
      const { outgoing, errands } = await adapter.collecting(context, () => needs.turn(context));
      const response = bodyOf(context, adapter);
      const answer: Answer = { reference: TurnContext.getConversationReference(context.activity), outgoing, response };
      return outbox.keep(key, slow?.isAnswered ? turnedToMessages(answer) : answer, errands);
    });

  /** What a person gets for a turn that failed; its half-made writes are gone, and it is not tried again by itself. */
  const apology = async (context: TurnContext, text: string, key: string): Promise<Answer> => {
    context.bufferedReplyActivities.length = 0;
    const { outgoing } = await adapter.collecting(context, async () => {
      await context.sendActivity(text);
    });
    const isInvoke = context.activity.type === 'invoke';
    const response = isInvoke ? invokeMessage(context.activity, text) : bodyOf(context, adapter);
    return outbox.keep(key, {
      reference: TurnContext.getConversationReference(context.activity),
      outgoing,
      response,
    });
  };

  const answerTo = async (context: TurnContext, { turnId, key, slow }: Turn, isLastTry: boolean): Promise<Answer> => {
    try {
      return await run(context, key, slow);
    } catch (error) {
      if (error instanceof StoreUnavailable || (error instanceof StoreConflict && !isLastTry)) throw error;
      log.error('turn.failed', error, { turn: turnId });
      return apology(context, words.broken(turnId), key);
    }
  };

  /** Lets an answer out: errands first, because the answer tells how they went. */
  const settle = async (context: TurnContext, { key, respond, slow }: Turn, given: Answer): Promise<void> => {
    let answer = await outbox.errands(key, given);
    // The request was answered with a sentence while this was made.
    if (slow?.isAnswered && answer.response) {
      answer = await outbox.keep(key, turnedToMessages(answer));
    }
    await slow?.quiet();
    const became = await outbox.send(context, key, answer);
    const arrived = await respond(answer.response ?? { status: context.activity.type === 'invoke' ? 501 : 200 });
    const isNoted = answer.response === null && answer.outgoing.length > 0;
    if (isNoted || (answer.response && !arrived)) return;
    if (became === 'waits') await outbox.withoutResponse(key);
    else await store.activities.delivered(key);
  };

  const inContext = async ({ sender, activity }: Turn, work: (context: TurnContext) => Promise<void>) => {
    let failure: unknown;
    // The turn may change its activity, and may have to be made again.
    await adapter.run(sender, structuredClone(activity), async (context) => {
      try {
        await work(context);
      } catch (error) {
        failure = error;
      }
    });
    if (failure) throw failure;
  };

  const once = (turn: Turn, isLastTry: boolean) =>
    store.exclusive(lockOf(turn.activity), async () => {
      let before = await store.activities.outcome(turn.key);
      if (before) {
        await outbox.reclaim(turn.key);
        before = await store.activities.outcome(turn.key);
      }
      if (before) metrics.duplicates.inc({ outcome: before.kind });
      if (before?.kind === 'delivered') {
        await turn.respond(nothingMore(turn.activity));
      } else if (before) {
        await inContext(turn, (context) => settle(context, turn, leftOf(before.answer as Answer, before.owed)));
        metrics.late.inc();
      } else {
        await inContext(turn, async (context) => settle(context, turn, await answerTo(context, turn, isLastTry)));
      }
    });

  /** A turn may lose its lock or its race to another process. */
  const handle = (turn: Turn): Promise<void> => despiteRaces((isLastTry) => once(turn, isLastTry));

  /** The turn of a message that waited; its request was answered long ago. */
  const takeUp = async (entry: Waiting): Promise<void> => {
    const { activity, key, turnId } = entry;
    entry.running = true;
    try {
      await handle({ sender: adapter.ourselves(appId), activity, turnId, key, respond: async () => true, slow: null });
      waiting.done(key);
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error;
      log.error('turn.failed', error, { turn: turnId });
      waiting.done(key);
    } finally {
      entry.running = false;
    }
  };

  /** Words of a conversation are answered in the order they came. */
  const takeUpEarlier = async (activity: Activity): Promise<void> => {
    for (const entry of waiting.list()) {
      if (!entry.running && lockOf(entry.activity) === lockOf(activity)) await takeUp(entry);
    }
  };

  const deliver: Delivery['deliver'] = async (sender, activity, turnId, respond) => {
    if (searches.isOne(activity)) return respond(await searches.answer(sender, activity, turnId)).then(() => {});
    const key = keyOf(activity, turnId);
    const slow = slowTurn({
      ...needs.slow,
      respond,
      isSafe: () => waiting.get(key) !== undefined || waiting.keep({ key, turnId, activity, running: true }),
      sentence: () => sentence(activity, words.stillWorking),
      tell: async () => {
        // The channel may have sent it twice already.
        if (isNews(`slow ${key}`)) await say(words.stillWorking, sender, activity);
      },
      callerWaits: callerWaits(activity),
    });
    try {
      await takeUpEarlier(activity);
      await handle({ sender, activity, turnId, key, respond: slow.respond, slow });
      waiting.done(key);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) {
        waiting.done(key);
        throw error;
      }
      metrics.storeUnavailable.inc();
      log.error('store.unavailable', error, { turn: turnId });
      const entry = waiting.get(key);
      if (entry) entry.running = false;
      if (!slow.isAnswered) await withoutStore(sender, activity, { key, turnId, slow });
    } finally {
      slow.over();
    }
  };

  const withoutStore = async (
    sender: Sender,
    activity: Activity,
    { key, turnId, slow }: { key: string; turnId: string; slow: SlowTurn },
  ) => {
    if (callerWaits(activity)) {
      await slow.respond(sentence(activity, words.storeAway));
      return;
    }
    const isSafe = waiting.get(key) !== undefined || waiting.keep({ key, turnId, activity, running: false });
    if (activity.type === 'message' && !slow.isTold && isNews(`away ${key}`)) {
      // The channel may be away, too.
      await say(isSafe ? words.storeAwayLater : words.storeAway, sender, activity).catch(() => undefined);
    }
    // What nobody could keep is for the channel to send again.
    await slow.respond(isSafe ? { status: 200 } : TRY_AGAIN);
  };

  return {
    deliver,
    async catchUp() {
      waiting.takeOver();
      metrics.waiting.set(waiting.list().length);
      await store.ping();
      for (const entry of waiting.list()) {
        if (isClosed) return;
        if (!entry.running) await takeUp(entry);
      }
      metrics.waiting.set(waiting.list().length);
      await outbox.sendOwed(() => !isClosed);
    },
    close() {
      isClosed = true;
    },
  };
}
