/** Work that lost a race for the store is done again from the start: nothing of it was kept, nothing of it has left. */
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreConflict } from '../store/store.ts';

const TRIES_MAX = 6;
const PAUSE_MS = 20;

/**
 * Runs `work` until it wins, a few times at most; `isLastTry` tells it that its conflict would be everybody's.
 * @throws StoreConflict where the last try lost, too
 */
export async function despiteRaces<T>(work: (isLastTry: boolean) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work(tries === TRIES_MAX);
    } catch (error) {
      if (!(error instanceof StoreConflict) || tries === TRIES_MAX) throw error;
    }
    // Those who lost together must not come back together.
    await sleep(PAUSE_MS * 2 ** (tries - 1) * Math.random());
  }
}
