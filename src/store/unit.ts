/**
 * All that a turn writes, kept together at its end: `atomically` collects, the end of it is one transaction. Which turn a write
 * belongs to follows the chain of awaits, so nobody has to hand a transaction around.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Engine, Transaction } from './engine.ts';

/** One thing to be kept, under a name that a later write to the same thing replaces. */
export type Write = {
  place: string;
  /** The JSON as it will stand; null where it is removed. */
  text: string | null;
  apply: Transaction<void>;
};

export type Unit = { writes: Map<string, Write>; open: boolean };

export type Units = {
  /** Keeps the writes with the turn they belong to, or at once. */
  keep(writes: readonly Write[]): Promise<void>;
  /** Keeps them at once, whatever turn is going on. */
  keepNow(writes: readonly Write[]): Promise<void>;
  /** What the current turn has written there but not kept yet. */
  pending(place: string): Write | undefined;
  /** Everything the current turn has written under a prefix. */
  pendingUnder(prefix: string): Write[];
  atomically<T>(work: () => Promise<T>): Promise<T>;
};

/** `fence` is checked in the same transaction: it refuses where the turn has lost its lock. */
export function units(engine: Engine, fence: Transaction<void>): Units {
  const current = new AsyncLocalStorage<Unit>();
  const unit = (): Unit | undefined => {
    const found = current.getStore();
    // Work that outlives its turn writes for itself.
    return found?.open ? found : undefined;
  };

  const keepNow = async (writes: readonly Write[]): Promise<void> => {
    if (writes.length === 0) return;
    await engine.transaction(function* () {
      yield* fence();
      for (const write of writes) yield* write.apply();
    });
  };

  return {
    keepNow,
    async keep(writes) {
      const turn = unit();
      if (!turn) return keepNow(writes);
      for (const write of writes) turn.writes.set(write.place, write);
    },
    pending: (place) => unit()?.writes.get(place),
    pendingUnder: (prefix) => [...(unit()?.writes.values() ?? [])].filter((write) => write.place.startsWith(prefix)),
    async atomically(work) {
      if (unit()) return work();
      const turn: Unit = { writes: new Map(), open: true };
      try {
        const result = await current.run(turn, work);
        turn.open = false;
        await keepNow([...turn.writes.values()]);
        return result;
      } finally {
        turn.open = false;
      }
    },
  };
}
