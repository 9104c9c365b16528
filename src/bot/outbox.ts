/**
 * What is owed to people: messages that a stored turn wants to send, here and elsewhere. Each is noted as taken right before its
 * first byte leaves, so two processes never send the same one; what the channel does not take now stays owed, and is tried
 * again with growing pauses, by this process or the next.
 */
import { randomUUID } from 'node:crypto';
import { TurnContext } from 'botbuilder';
import type { Log } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics.ts';
import type { Departure, Departures } from '../store/departures.ts';
import type { Store } from '../store/store.ts';
import {
  type Answer,
  errandAnswer,
  insteadOf,
  isFinal,
  isOurs,
  isTaken,
  leftOf,
  lockFor,
  owedBy,
  type Sent,
  sayIn,
} from './answer.ts';
import { newPassage, type Passage } from './connector-http.ts';
import type { Errand, OutboxAdapter, Outgoing } from './outbox-adapter.ts';
import { despiteRaces } from './races.ts';

/** The first try after a failure comes with the next round. */
const PAUSE_MS = 2000;
const PAUSE_MAX_MS = 60_000;
/** Conversations that are served at the same time, when much is owed. */
const AT_ONCE = 8;

export type OutboxNeeds = {
  adapter: OutboxAdapter;
  appId: string;
  audience: string;
  store: Store;
  departures: Departures;
  log: Log;
  metrics: Metrics;
  /** A turn of the bot in a personal chat that an errand has opened. */
  arrive(there: TurnContext, task: unknown): Promise<void>;
  /** The bot takes back what it did for an errand that was refused. */
  refused(note: unknown): Promise<void>;
};

export type Outbox = ReturnType<typeof createOutbox>;

export function createOutbox(needs: OutboxNeeds) {
  const { adapter, appId, store, departures, log, metrics } = needs;
  const pauses = new Map<string, { tries: number; until: number }>();
  /**
   * Messages that are with us although the store may say that they went: it broke off while noting them, or was away when they
   * came back. They are noted on this machine, too, so that the next process gives them back where this one cannot any more.
   */
  const stranded: Departure[] = [];

  /** Keeps an answer with its errands, inside the turn that made them. */
  const keep = async (id: string, answer: Answer, errands: readonly Errand[] = []): Promise<Answer> => {
    const kept: Answer =
      errands.length === 0
        ? answer
        : { ...answer, errands: errands.map(({ told }, index) => ({ id: `${id}/${index}`, told })) };
    for (const [index, errand] of errands.entries()) {
      const own = errandAnswer(errand, answer.reference);
      await store.activities.finish(`${id}/${index}`, own, owedBy(own));
    }
    await store.activities.finish(id, kept, owedBy(kept));
    return kept;
  };

  const pause = (id: string, afterMs?: number) => {
    const tries = (pauses.get(id)?.tries ?? 0) + 1;
    const ms = tries === 1 ? 0 : Math.min(PAUSE_MS * 2 ** (tries - 2), PAUSE_MAX_MS);
    pauses.set(id, { tries, until: Date.now() + (afterMs ?? ms) });
  };

  /** What came back is owed again. */
  const giveBack = async (departure: Departure): Promise<void> => {
    departures.about(departure);
    try {
      await store.activities.finish(departure.id, departure.answer, departure.owed);
      departures.over(departure.id);
    } catch (error) {
      stranded.push(departure);
      log.error('store.unavailable', error);
    }
  };

  const isStranded = (id: string): boolean => stranded.some((one) => one.id === id);

  /** Posts what an answer owes in the conversation of the context, in order. */
  const send = async (context: TurnContext, id: string, answer: Answer): Promise<Sent> => {
    const { outgoing } = answer;
    let result: Sent = 'sent';
    for (let at = 0; at < outgoing.length; at++) {
      const isLast = at === outgoing.length - 1 && answer.response === null;
      const owed = outgoing.length - at;
      const unsent = at === 0 ? answer : { ...answer, outgoing: outgoing.slice(at) };
      const departure = { id, taker: randomUUID(), owed, answer: unsent };
      const passage = newPassage(() => leave(departure, isLast));
      const became = await tried(passage, () => adapter.post(context, outgoing[at] as Outgoing, passage));
      if (became !== 'waits' && !isStranded(id)) departures.over(id);
      if (became === 'taken') return result;
      if (became === 'refused') result = 'refused';
      if (became !== 'waits') continue;
      log.warn('answer.waits', { status: passage.status, count: outgoing.length - at });
      // Refused for good and taken back are noted like sent ones; this one has to stand there again.
      if (passage.left) await giveBack(departure);
      else departures.over(id);
      pause(id, passage.retryAfterMs);
      return 'waits';
    }
    pauses.delete(id);
    return result;
  };

  /** Right before the first byte: noted in the store, and on this machine that it has come so far. */
  const leave = async (departure: Departure, isLast: boolean): Promise<boolean> => {
    departures.about(departure);
    let isOurs = false;
    try {
      isOurs = await store.activities.take(departure.id, departure.owed, isLast, departure.taker);
    } catch (error) {
      stranded.push(departure);
      throw error;
    }
    if (!isOurs || departures.left(departure.id)) return isOurs;
    // We stood still for so long that another process took us for dead; it sends this, or we do later.
    stranded.push(departure);
    departures.about(departure);
    return false;
  };

  /** What a process took and never sent is owed again. */
  const giveBackUnsent = async ({ id, taker, owed, answer }: Departure): Promise<void> => {
    const taken = await store.activities.taken(id);
    if (taken?.taker === taker && taken.owed === owed - 1) await store.activities.finish(id, answer, owed);
  };

  /** Whoever sends more of an answer first sees to what was taken before and never left. */
  const reclaim = async (of?: string): Promise<void> => {
    const locked = async (departure: Departure) => {
      const { channelId, conversation } = (departure.answer as Answer).reference;
      await store.exclusive(lockFor(channelId, conversation?.id), () => giveBackUnsent(departure));
    };
    for (const { departures: unsent, forget } of departures.abandoned()) {
      for (const departure of unsent) {
        if (of === undefined) await locked(departure);
        else if (departure.id === of) await giveBackUnsent(departure);
      }
      if (of === undefined) forget();
    }
    for (const departure of [...stranded]) {
      if (of === undefined) await locked(departure);
      else if (departure.id === of) await giveBackUnsent(departure);
      else continue;
      const at = stranded.indexOf(departure);
      if (at >= 0) stranded.splice(at, 1);
      if (!isStranded(departure.id)) departures.over(departure.id);
    }
  };

  /** What became of one request. */
  const tried = async (passage: Passage, work: () => Promise<void>): Promise<Sent | 'taken'> => {
    let failure: unknown;
    try {
      await work();
    } catch (error) {
      failure = error;
    }
    if (passage.unwanted) return 'taken';
    // It never came to asking: the address, the sign-in, the connection.
    if (!passage.left) {
      if (failure && isOurs(failure)) throw failure;
      // Some activities never leave (a trace); for the store they have.
      return failure || (await passage.leave()) ? (failure ? 'waits' : 'sent') : 'taken';
    }
    if (passage.unanswered) log.warn('answer.unknown');
    if (!failure || passage.unanswered || isTaken(passage.status)) return 'sent';
    if (!isFinal(passage.status)) return 'waits';
    log.warn('answer.refused', { status: passage.status });
    return 'refused';
  };

  /** Opens the personal chat (the same one every time) and lets the bot have its turn there; gives what it wants to say. */
  const open = async (id: string, { reference, open: given }: Answer, passage: Passage): Promise<Sent> => {
    const { user, bot, conversation, channelId = '', serviceUrl = '' } = reference;
    const tenantId = conversation?.tenantId;
    const parameters = {
      isGroup: false,
      bot,
      members: [user],
      ...(tenantId ? { tenantId, channelData: { tenant: { id: tenantId } } } : {}),
    } as Parameters<OutboxAdapter['createConversationAsync']>[4];
    let result: Sent = 'waits';
    await adapter.opening(passage, { appId, channelId, serviceUrl, audience: needs.audience, parameters }, (there) =>
      store.exclusive(lockFor(there.activity.channelId, there.activity.conversation?.id), async () => {
        const answer = await store.atomically(async () => {
          const { outgoing, errands } = await adapter.collecting(there, () => needs.arrive(there, given?.task));
          const own = { reference: TurnContext.getConversationReference(there.activity), outgoing, response: null };
          return keep(id, own, errands);
        });
        result = await send(there, id, answer);
      }),
    );
    return result;
  };

  /** One answer that is stored; nothing to do where it went out meanwhile. */
  const sendStored = async (id: string): Promise<Sent> => {
    const found = await store.activities.outcome(id);
    if (found?.kind !== 'answered' || found.owed === 0) return 'sent';
    const answer = found.answer as Answer;
    let result: Sent = 'waits';
    if (answer.open) {
      const passage = newPassage();
      try {
        result = await open(id, answer, passage);
      } catch (error) {
        if (isOurs(error)) throw error;
        if (isFinal(passage.status)) result = 'refused';
      }
      if (result === 'waits') pause(id, passage.retryAfterMs);
    } else {
      const said = await errands(id, leftOf(answer, found.owed));
      await adapter.later(appId, answer.reference, async (context) => {
        result = await send(context, id, said);
      });
    }
    return result;
  };

  /** Runs the errands of a turn, and gives its answer with the sentences that hold. */
  const errands = async (id: string, answer: Answer): Promise<Answer> => {
    let said = answer;
    for (const errand of answer.errands ?? []) {
      const before = await store.activities.outcome(errand.id);
      const became = await carefully(errand.id);
      if (became === 'sent') continue;
      if (errand.told) said = insteadOf(said, errand.told.sent, errand.told[became]);
      if (became === 'refused')
        await takeBack(errand.id, before?.kind === 'answered' ? before.answer : null, [id, said]);
    }
    return said;
  };

  const carefully = async (id: string): Promise<Sent> => {
    try {
      return await despiteRaces(() => sendStored(id));
    } catch (error) {
      log.error('errand.failed', error);
      pause(id);
      return 'waits';
    }
  };

  /** The bot takes back what it did, in one go with the sentence that tells so. */
  const takeBack = async (id: string, errand: unknown, [tellId, told]: [string, Answer]): Promise<void> => {
    const note = (errand as Answer | null)?.refused?.note;
    await store.atomically(async () => {
      if (note !== undefined) await needs.refused(note);
      await store.activities.finish(tellId, told, owedBy(told));
    });
    await store.activities.delivered(id);
  };

  const sendOne = async (id: string): Promise<void> => {
    const found = await store.activities.outcome(id);
    if (found?.kind !== 'answered') return;
    const answer = found.answer as Answer;
    const { channelId, conversation } = answer.reference;
    const work = async () => {
      const became = await despiteRaces(() => sendStored(id));
      if (became === 'sent') metrics.late.inc();
      if (became !== 'refused' || !answer.refused) return;
      const { said, asker } = answer.refused;
      const outgoing = said === null ? [] : [sayIn(asker, { type: 'message', text: said })];
      await takeBack(id, answer, [`${id}/refused`, { reference: asker, outgoing, response: null }]);
    };
    // Whoever is just about to send it does so under the same lock.
    await (answer.open ? work() : store.exclusive(lockFor(channelId, conversation?.id), work));
  };

  return {
    keep,
    send,
    errands,
    /** What of this answer was taken and never left is owed again; called under the lock of its conversation. */
    reclaim: (id: string) => reclaim(id),
    /** The caller has its response; messages are still owed. */
    async withoutResponse(id: string): Promise<void> {
      const found = await store.activities.outcome(id);
      if (found?.kind === 'answered') await keep(id, { ...leftOf(found.answer as Answer, found.owed), response: null });
    },
    /** Sends what is owed and due. */
    async sendOwed(goOn: () => boolean): Promise<void> {
      await reclaim();
      const owed = await store.activities.undelivered();
      metrics.owed.set(owed.length);
      const all = new Set(owed);
      for (const id of pauses.keys()) if (!all.has(id)) pauses.delete(id);
      const due = owed.filter((id) => (pauses.get(id)?.until ?? 0) <= Date.now());
      // A place in the list each, so that one slow conversation holds up one worker.
      const next = due.values();
      const worker = async () => {
        for (const id of next) {
          if (!goOn()) return;
          await sendOne(id).catch((error: unknown) => {
            if (isOurs(error)) throw error;
            log.error('answer.waits', error);
            pause(id);
          });
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
    },
  };
}
