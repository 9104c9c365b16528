/**
 * Whatever happens around a turn: a store that is away, a turn that takes long, a process that ended in the middle. What cannot be
 * done now is said in a sentence, kept on a disk, and done later.
 */
import type { Activity, TurnContext } from 'botbuilder';
import type { Log } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics.ts';
import { type Departures, noDepartures } from '../store/departures.ts';
import { type Store, StoreUnavailable } from '../store/store.ts';
import { createExcuses } from './excuses.ts';
import { createOutbox } from './outbox.ts';
import type { OutboxAdapter, Sender } from './outbox-adapter.ts';
import { keyOf, lockOf } from './requests.ts';
import { type Searches, searchesKept } from './searches.ts';
import { createTurns, type HandleTurn, type Respond } from './turns.ts';
import type { Waiting, WaitingRoom } from './waiting.ts';

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

export function createDelivery(needs: DeliveryNeeds): Delivery {
  const { store, waiting, log, metrics } = needs;
  const outbox = createOutbox({
    ...needs,
    departures: needs.departures ?? noDepartures,
    audience: needs.audience ?? '',
    arrive: needs.arrive ?? (async () => {}),
    refused: needs.refused ?? (async () => {}),
  });
  const handle = createTurns({ ...needs, outbox });
  const takeUp = createTakingUp(needs, handle);
  const searches: Searches = searchesKept({ ...needs, broken: needs.words.broken });
  const { slowTurnOf, withoutStore } = createExcuses(needs);
  let isClosed = false;

  /** Words of a conversation are answered in the order they came. */
  const takeUpEarlier = async (activity: Activity): Promise<void> => {
    for (const entry of waiting.list()) {
      if (!entry.running && lockOf(entry.activity) === lockOf(activity)) await takeUp(entry);
    }
  };

  return {
    async deliver(sender, activity, turnId, respond) {
      if (searches.isOne(activity)) return respond(await searches.answer(sender, activity, turnId)).then(() => {});
      const key = keyOf(activity, turnId);
      const arrived = { sender, activity, turnId, key };
      const slow = slowTurnOf(arrived, respond);
      try {
        await takeUpEarlier(activity);
        await handle({ ...arrived, respond: slow.respond, slow });
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
        if (!slow.isAnswered) await withoutStore(arrived, slow);
      } finally {
        slow.over();
      }
    },
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

/** The turn of a message that waited; its request was answered long ago. */
function createTakingUp({ adapter, appId, waiting, log }: DeliveryNeeds, handle: HandleTurn) {
  return async (entry: Waiting): Promise<void> => {
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
}
