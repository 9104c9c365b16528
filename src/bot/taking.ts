/**
 * A message is noted as taken right before its first byte leaves, so two processes never send the same one. What was taken and did
 * not go, or came back, is owed again: given back by this process, or by another that finds what one left that has ended.
 */
import type { Log } from '../ops/log.ts';
import type { Departure, Departures } from '../store/departures.ts';
import type { Store } from '../store/store.ts';
import { type Answer, lockFor } from './answer.ts';

export type TakingNeeds = { store: Store; departures: Departures; log: Log };

export type Taking = {
  /** Right before the first byte: noted in the store, and on this machine that it has come so far. False: it must not leave. */
  take(departure: Departure, isLast: boolean): Promise<boolean>;
  /** The channel gave it back. */
  giveBack(departure: Departure): Promise<void>;
  /** It has arrived, or never left. */
  over(id: string): void;
  /** What was taken and never left is owed again: of one answer, under the lock of its conversation, or of all. */
  reclaim(of?: string): Promise<void>;
};

export function createTaking({ store, departures, log }: TakingNeeds): Taking {
  /**
   * Messages that are with us although the store may say that they went: it broke off while noting them, or was away when they
   * came back. They are noted on this machine, too, so that the next process gives them back where this one cannot any more.
   */
  const stranded: Departure[] = [];
  const over = (id: string): void => {
    if (!stranded.some((one) => one.id === id)) departures.over(id);
  };

  /** Only where nobody has taken it since. */
  const giveBackUnsent = async ({ id, taker, owed, answer }: Departure): Promise<void> => {
    const taken = await store.activities.taken(id);
    if (taken?.taker === taker && taken.owed === owed - 1) await store.activities.finish(id, answer, owed);
  };

  const underLock = async (departure: Departure): Promise<void> => {
    const { channelId, conversation } = (departure.answer as Answer).reference;
    await store.exclusive(lockFor(channelId, conversation?.id), () => giveBackUnsent(departure));
  };

  /** True where this was one of those that are asked for. */
  const reclaimOne = async (departure: Departure, of: string | undefined): Promise<boolean> => {
    if (of === undefined) await underLock(departure);
    else if (departure.id === of) await giveBackUnsent(departure);
    else return false;
    return true;
  };

  return {
    async take(departure, isLast) {
      departures.about(departure);
      let isTaken = false;
      try {
        isTaken = await store.activities.take(departure.id, departure.owed, isLast, departure.taker);
      } catch (error) {
        stranded.push(departure);
        throw error;
      }
      if (!isTaken || departures.left(departure.id)) return isTaken;
      // We stood still for so long that another process took us for dead; it sends this, or we do later.
      stranded.push(departure);
      departures.about(departure);
      return false;
    },
    async giveBack(departure) {
      departures.about(departure);
      try {
        await store.activities.finish(departure.id, departure.answer, departure.owed);
        departures.over(departure.id);
      } catch (error) {
        stranded.push(departure);
        log.error('store.unavailable', error);
      }
    },
    over,
    async reclaim(of) {
      for (const { departures: unsent, forget } of departures.abandoned()) {
        for (const departure of unsent) await reclaimOne(departure, of);
        if (of === undefined) forget();
      }
      for (const departure of [...stranded]) {
        if (!(await reclaimOne(departure, of))) continue;
        const at = stranded.indexOf(departure);
        if (at >= 0) stranded.splice(at, 1);
        over(departure.id);
      }
    },
  };
}
