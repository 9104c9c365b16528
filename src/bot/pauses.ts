/** What could not be sent is tried again with growing pauses; the channel may name a pause of its own. */

/** The first try after a failure comes with the next round. */
const PAUSE_MS = 2000;
const PAUSE_MAX_MS = 60_000;

export type Pauses = {
  /** It did not work; `afterMs` is when the channel wants to be asked again. */
  failed(id: string, afterMs?: number): void;
  isDue(id: string): boolean;
  over(id: string): void;
  /** Forgets all others. */
  keepOnly(ids: ReadonlySet<string>): void;
};

/** Pauses of this process alone: another one begins anew. */
export function createPauses(): Pauses {
  const pauses = new Map<string, { tries: number; until: number }>();
  return {
    failed(id, afterMs) {
      const tries = (pauses.get(id)?.tries ?? 0) + 1;
      const ms = tries === 1 ? 0 : Math.min(PAUSE_MS * 2 ** (tries - 2), PAUSE_MAX_MS);
      pauses.set(id, { tries, until: Date.now() + (afterMs ?? ms) });
    },
    isDue: (id) => (pauses.get(id)?.until ?? 0) <= Date.now(),
    over: (id) => void pauses.delete(id),
    keepOnly(ids) {
      for (const id of pauses.keys()) if (!ids.has(id)) pauses.delete(id);
    },
  };
}
