/** What people are told while their answer has to wait: once a message each, and only what holds. */
import type { Activity, InvokeResponse } from 'botbuilder';
import type { OutboxAdapter, Sender } from './outbox-adapter.ts';
import { callerWaits, sentence } from './requests.ts';
import { type SlowTurn, slowTurn } from './slow-turn.ts';
import type { Respond } from './turns.ts';
import type { WaitingRoom } from './waiting.ts';

/** The channel may send a message again; older ones it has given up. */
const TOLD_MAX = 2000;
const TRY_AGAIN: InvokeResponse = { status: 503 };

export type ExcuseNeeds = {
  adapter: OutboxAdapter;
  waiting: WaitingRoom;
  words: { storeAway: string; storeAwayLater: string; stillWorking: string };
  slow?: { tellMs: number; answerMs: number };
};

/** One activity as it came. */
export type Arrived = { sender: Sender; activity: Activity; turnId: string; key: string };

export type Excuses = {
  /** Watches a turn: its person is told that it takes long, and its request is answered in time. */
  slowTurnOf(arrived: Arrived, respond: Respond): SlowTurn;
  /** There is no store for this: keeps the words where that can be done, and says what holds. */
  withoutStore(arrived: Arrived, slow: SlowTurn): Promise<void>;
};

export function createExcuses(needs: ExcuseNeeds): Excuses {
  const { adapter, waiting, words } = needs;
  const isNews = firstTimes();

  /** A reply that needs no store. */
  const say = (text: string, { sender, activity }: Arrived) =>
    adapter.run(sender, structuredClone(activity), async (context) => {
      await context.sendActivity(text);
    });

  const isKept = ({ key, turnId, activity }: Arrived, running: boolean): boolean =>
    waiting.get(key) !== undefined || waiting.keep({ key, turnId, activity, running });

  return {
    slowTurnOf: (arrived, respond) =>
      slowTurn({
        ...needs.slow,
        respond,
        isSafe: () => isKept(arrived, true),
        sentence: () => sentence(arrived.activity, words.stillWorking),
        tell: async () => {
          if (isNews(`slow ${arrived.key}`)) await say(words.stillWorking, arrived);
        },
        callerWaits: callerWaits(arrived.activity),
      }),

    async withoutStore(arrived, slow) {
      const { activity, key } = arrived;
      if (callerWaits(activity)) {
        await slow.respond(sentence(activity, words.storeAway));
        return;
      }
      const isSafe = isKept(arrived, false);
      if (activity.type === 'message' && !slow.isTold && isNews(`away ${key}`)) {
        // The channel may be away, too.
        await say(isSafe ? words.storeAwayLater : words.storeAway, arrived).catch(() => undefined);
      }
      // What nobody could keep is for the channel to send again.
      await slow.respond(isSafe ? { status: 200 } : TRY_AGAIN);
    },
  };
}

/** True the first time something is asked; forgets the oldest of many. */
function firstTimes(): (what: string) => boolean {
  const known = new Set<string>();
  return (what) => {
    if (known.has(what)) return false;
    known.add(what);
    if (known.size > TOLD_MAX) known.delete(known.values().next().value ?? '');
    return true;
  };
}
