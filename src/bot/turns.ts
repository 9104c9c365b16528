/**
 * One activity, one turn, one answer: turns of a conversation wait for each other across replicas, everything a turn writes is
 * stored together with its answer, then the answer leaves. An activity that comes again gets what is still owed and nothing twice.
 */
import { type Activity, type InvokeResponse, TurnContext } from 'botbuilder';
import type { Log } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics.ts';
import { type Store, StoreConflict, StoreUnavailable } from '../store/store.ts';
import { type Answer, leftOf } from './answer.ts';
import { keepAnswer } from './kept.ts';
import type { Outbox } from './outbox.ts';
import type { OutboxAdapter, Sender } from './outbox-adapter.ts';
import { despiteRaces } from './races.ts';
import { bodyOf, invokeMessage, lockOf, nothingMore, turnedToMessages } from './requests.ts';
import type { SlowTurn } from './slow-turn.ts';

export type TurnNeeds = {
  adapter: OutboxAdapter;
  store: Store;
  outbox: Outbox;
  log: Log;
  metrics: Metrics;
  /** The bot's own work of a turn. */
  turn(context: TurnContext): Promise<void>;
  /** What a person is told when a turn failed; `reference` finds it in the log. */
  words: { broken(reference: string): string };
};

export type Respond = (response: InvokeResponse) => Promise<boolean>;

export type Turn = {
  sender: Sender;
  activity: Activity;
  turnId: string;
  key: string;
  respond: Respond;
  slow: SlowTurn | null;
};

/**
 * Deals with one activity, once, whoever else has it, too.
 * @throws StoreUnavailable where nothing of it was kept, because there is no store now
 */
export type HandleTurn = (turn: Turn) => Promise<void>;

export function createTurns(needs: TurnNeeds): HandleTurn {
  const { store, outbox, metrics } = needs;
  const answerTo = createAnswers(needs);

  /** Lets an answer out: errands first, because the answer tells how they went. */
  const settle = async (context: TurnContext, { key, respond, slow }: Turn, given: Answer): Promise<void> => {
    let answer = await outbox.errands(key, given);
    // The request was answered with a sentence while this was made.
    if (slow?.isAnswered && answer.response) {
      answer = await keepAnswer(store, { id: key, answer: turnedToMessages(answer) });
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
    await needs.adapter.run(sender, structuredClone(activity), async (context) => {
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
        const left = leftOf(before.answer as Answer, before.owed);
        await inContext(turn, (context) => settle(context, turn, left));
        metrics.late.inc();
      } else {
        await inContext(turn, async (context) => settle(context, turn, await answerTo(context, turn, isLastTry)));
      }
    });

  // A turn may lose its lock or its race to another process.
  return (turn) => despiteRaces((isLastTry) => once(turn, isLastTry));
}

type AnswerTo = (context: TurnContext, turn: Turn, isLastTry: boolean) => Promise<Answer>;

/** Makes the answer of a turn, stored with everything the turn wrote; of one that failed, an apology. */
function createAnswers({ adapter, store, log, turn, words }: TurnNeeds): AnswerTo {
  /** Runs the turn and stores it with its answer and its errands, or throws and stores nothing. */
  const run = async (context: TurnContext, key: string, slow: SlowTurn | null): Promise<Answer> =>
    store.atomically(async () => {
      const { outgoing, errands } = await adapter.collecting(context, () => turn(context));
      const response = bodyOf(context, adapter);
      const answer: Answer = { reference: TurnContext.getConversationReference(context.activity), outgoing, response };
      return keepAnswer(store, { id: key, answer: slow?.isAnswered ? turnedToMessages(answer) : answer, errands });
    });

  /** What a person gets for a turn that failed; its half-made writes are gone, and it is not tried again by itself. */
  const apology = async (context: TurnContext, text: string, key: string): Promise<Answer> => {
    context.bufferedReplyActivities.length = 0;
    const { outgoing } = await adapter.collecting(context, async () => {
      await context.sendActivity(text);
    });
    const isInvoke = context.activity.type === 'invoke';
    const response = isInvoke ? invokeMessage(context.activity, text) : bodyOf(context, adapter);
    const reference = TurnContext.getConversationReference(context.activity);
    return keepAnswer(store, { id: key, answer: { reference, outgoing, response } });
  };

  return async (context, { turnId, key, slow }, isLastTry) => {
    try {
      return await run(context, key, slow);
    } catch (error) {
      if (error instanceof StoreUnavailable || (error instanceof StoreConflict && !isLastTry)) throw error;
      log.error('turn.failed', error, { turn: turnId });
      return apology(context, words.broken(turnId), key);
    }
  };
}
