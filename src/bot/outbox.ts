/**
 * What is owed to people: messages that a stored turn wants to send, here and elsewhere. What the channel does not take now stays
 * owed, and is tried again with growing pauses, by this process or the next.
 */

import type { Metrics } from '../ops/metrics.ts';
import type { Departures } from '../store/departures.ts';
import { type Answer, isOurs, leftOf, lockFor, sayIn } from './answer.ts';
import { createErrands, type ErrandNeeds, type Errands } from './errands.ts';
import { keepAnswer } from './kept.ts';
import { createPauses } from './pauses.ts';
import { createSend, type Send } from './sending.ts';
import { createTaking } from './taking.ts';

/** Conversations that are served at the same time, when much is owed. */
const AT_ONCE = 8;

export type OutboxNeeds = Omit<ErrandNeeds, 'send' | 'pauses'> & { departures: Departures; metrics: Metrics };

export type Outbox = {
  send: Send;
  errands: Errands['run'];
  /** What of this answer was taken and never left is owed again; called under the lock of its conversation. */
  reclaim(id: string): Promise<void>;
  /** The caller has its response; messages are still owed. */
  withoutResponse(id: string): Promise<void>;
  /** Sends what is owed and due, as long as it may go on. */
  sendOwed(goOn: () => boolean): Promise<void>;
};

export function createOutbox(needs: OutboxNeeds): Outbox {
  const { store, log, metrics } = needs;
  const pauses = createPauses();
  const taking = createTaking(needs);
  const send = createSend({ ...needs, taking, pauses });
  const errands = createErrands({ ...needs, send, pauses });

  const sendOne = async (id: string): Promise<void> => {
    const found = await store.activities.outcome(id);
    if (found?.kind !== 'answered') return;
    const answer = found.answer as Answer;
    const { channelId, conversation } = answer.reference;
    // Whoever is just about to send it does so under the same lock.
    await (answer.open
      ? sendHeld(id, answer)
      : store.exclusive(lockFor(channelId, conversation?.id), () => sendHeld(id, answer)));
  };

  /** One answer that nobody else sends meanwhile; where it was an errand, and the channel refuses, the asker is told. */
  const sendHeld = async (id: string, answer: Answer): Promise<void> => {
    const became = await errands.sendStored(id);
    if (became === 'sent') metrics.late.inc();
    if (became !== 'refused' || !answer.refused) return;
    const { said, asker } = answer.refused;
    const outgoing = said === null ? [] : [sayIn(asker, { type: 'message', text: said })];
    const told = { id: `${id}/refused`, answer: { reference: asker, outgoing, response: null } };
    await errands.takeBack({ id, answer }, told);
  };

  const sendCarefully = async (id: string): Promise<void> => {
    try {
      await sendOne(id);
    } catch (error) {
      if (isOurs(error)) throw error;
      log.error('answer.waits', error);
      pauses.failed(id);
    }
  };

  return {
    send,
    errands: errands.run,
    reclaim: (id) => taking.reclaim(id),
    async withoutResponse(id) {
      const found = await store.activities.outcome(id);
      if (found?.kind !== 'answered') return;
      await keepAnswer(store, { id, answer: { ...leftOf(found.answer as Answer, found.owed), response: null } });
    },
    async sendOwed(goOn) {
      await taking.reclaim();
      const owed = await store.activities.undelivered();
      metrics.owed.set(owed.length);
      pauses.keepOnly(new Set(owed));
      // A place in the list each, so that one slow conversation holds up one worker.
      const next = owed.filter(pauses.isDue).values();
      const worker = async () => {
        for (const id of next) {
          if (!goOn()) return;
          await sendCarefully(id);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
    },
  };
}
