/**
 * A store that may come later than the process: until it is there every call is refused with the reason, as on any bad day, and
 * somebody knocks again and again. A store that waiting cannot mend stops the start.
 */
import { storeName } from './address.ts';
import { openStore } from './open.ts';
import { type Store, StoreRefused, StoreUnavailable } from './store.ts';

const PAUSE_MIN_MS = 1000;
const PAUSE_MAX_MS = 15_000;

export type PatientNeeds = {
  /** The store is away; the next try comes after so long. */
  onAway(reason: StoreUnavailable, pauseMs: number): void;
  /** It came after all. */
  onOpen(): void;
  /** It came and is not for us; nobody tries again. */
  onRefused(reason: unknown): void;
  /** Tests wait less. */
  pauseMs?: number;
};

const isAway = (error: unknown): error is StoreUnavailable =>
  error instanceof StoreUnavailable && !(error instanceof StoreRefused);

/**
 * The store itself where it is there, else one that becomes it.
 * @throws StoreRefused, or whatever else waiting does not mend, with a sentence
 */
export async function openPatiently(url: string, needs: PatientNeeds): Promise<Store> {
  const name = storeName(url);
  try {
    return await openStore(url);
  } catch (error) {
    if (!isAway(error)) throw error;
    return standIn(name, knocking(url, error, needs));
  }
}

type Knocking = {
  /** @throws StoreUnavailable until it is there */
  store(): Store;
  close(): Promise<void>;
};

function knocking(url: string, first: StoreUnavailable, needs: PatientNeeds): Knocking {
  let store: Store | undefined;
  let reason: unknown = first;
  let timer: NodeJS.Timeout | undefined;
  let trying: Promise<void> = Promise.resolve();
  let isClosed = false;

  const again = (pauseMs: number) => {
    needs.onAway(reason as StoreUnavailable, pauseMs);
    timer = setTimeout(() => {
      trying = knock(pauseMs);
    }, pauseMs);
    // The server keeps the process; nothing else should.
    timer.unref();
  };
  const knock = async (pauseMs: number): Promise<void> => {
    try {
      store = await openStore(url);
      if (!isClosed) needs.onOpen();
    } catch (error) {
      reason = error;
      if (isClosed) return;
      if (isAway(error)) again(Math.min(pauseMs * 2, PAUSE_MAX_MS));
      else needs.onRefused(error);
    }
  };
  again(needs.pauseMs ?? PAUSE_MIN_MS);

  return {
    store() {
      if (store) return store;
      throw reason;
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await trying;
      await store?.close();
    },
  };
}

function standIn(name: string, { store, close }: Knocking): Store {
  return {
    name,
    items: calling(() => store().items),
    records: calling(() => store().records),
    drafts: calling(() => store().drafts),
    activities: calling(() => store().activities),
    issues: Object.assign(
      calling(() => store().issues),
      {
        async *all(repos?: readonly string[]) {
          yield* store().issues.all(repos);
        },
        async *changedSince(revision: number) {
          yield* store().issues.changedSince(revision);
        },
      },
    ),
    atomically: async (work) => store().atomically(work),
    exclusive: async (lock, work) => store().exclusive(lock, work),
    ping: async () => store().ping(),
    close,
  };
}

/** One part of the store, every method of which is looked up when it is called; a part that is away refuses, not throws. */
function calling<Part extends object>(part: () => Part): Part {
  return new Proxy({} as Part, {
    get(own, method) {
      if (method in own) return own[method as keyof Part];
      return async (...given: unknown[]) => {
        const there = part() as Record<PropertyKey, (...given: unknown[]) => unknown>;
        return there[method]?.(...given);
      };
    },
  });
}
