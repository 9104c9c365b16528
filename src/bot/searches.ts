/** Searches from the compose box: they change nothing, so nothing of them is stored, and a user waits behind every key stroke. */
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import type { Log } from '../ops/log.ts';
import type { OutboxAdapter, Sender } from './outbox-adapter.ts';

const READ_ONLY = new Set([
  'composeExtension/query',
  'composeExtension/queryLink',
  'composeExtension/anonymousQueryLink',
]);

/** What is found is the same for everybody, and is asked again with every key stroke and by everybody with the same trouble. */
const KEPT_MS = 15_000;
const KEPT_MAX = 300;
/** A search is a few words; what is longer is kept by nobody. */
const KEPT_CHARS_MAX = 2000;

export type Searches = {
  isOne(activity: Activity): boolean;
  answer(sender: Sender, activity: Activity, turnId: string): Promise<InvokeResponse>;
};

export type SearchNeeds = {
  adapter: OutboxAdapter;
  turn(context: TurnContext): Promise<void>;
  log: Log;
  broken(reference: string): string;
};

export function searchesKept({ adapter, turn, log, broken }: SearchNeeds): Searches {
  const kept = new Map<string, { response: InvokeResponse; until: number }>();
  return {
    isOne: ({ name }) => READ_ONLY.has(name ?? ''),
    async answer(sender, activity, turnId) {
      const key = JSON.stringify([activity.name, activity.value]);
      const known = kept.get(key);
      if (known && Date.now() < known.until) return known.response;
      try {
        const response = (await adapter.run(sender, activity, turn)) ?? { status: 200 };
        kept.delete(key);
        if (key.length <= KEPT_CHARS_MAX) kept.set(key, { response, until: Date.now() + KEPT_MS });
        if (kept.size > KEPT_MAX) kept.delete(kept.keys().next().value ?? '');
        return response;
      } catch (error) {
        log.error('turn.failed', error, { turn: turnId });
        return { status: 200, body: { composeExtension: { type: 'message', text: broken(turnId) } } };
      }
    },
  };
}
