/** Posts the messages of an answer, one after the other, each taken right before its first byte leaves. */
import { randomUUID } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import type { Log } from '../ops/log.ts';
import { type Answer, isFinal, isOurs, isTaken, type Sent } from './answer.ts';
import { newPassage, type Passage } from './connector-http.ts';
import type { OutboxAdapter } from './outbox-adapter.ts';
import type { Pauses } from './pauses.ts';
import type { Taking } from './taking.ts';

export type SendingNeeds = { adapter: OutboxAdapter; taking: Taking; pauses: Pauses; log: Log };

/** Posts what the answer of this id owes in the conversation of the context, in order. Throws only where the store fails. */
export type Send = (context: TurnContext, id: string, answer: Answer) => Promise<Sent>;

export function createSend({ adapter, taking, pauses, log }: SendingNeeds): Send {
  return async (context, id, answer) => {
    const { outgoing } = answer;
    let result: Sent = 'sent';
    for (const [at, message] of outgoing.entries()) {
      const isLast = at === outgoing.length - 1 && answer.response === null;
      const owed = outgoing.length - at;
      const unsent = at === 0 ? answer : { ...answer, outgoing: outgoing.slice(at) };
      const departure = { id, taker: randomUUID(), owed, answer: unsent };
      const passage = newPassage(() => taking.take(departure, isLast));
      const became = await tried(passage, () => adapter.post(context, message, passage));
      tell(log, passage, became, owed);
      if (became !== 'waits') taking.over(id);
      if (became === 'taken') return result;
      if (became === 'refused') result = 'refused';
      if (became !== 'waits') continue;
      // Refused for good and taken back are noted like sent ones; this one has to stand there again.
      if (passage.left) await taking.giveBack(departure);
      else taking.over(id);
      pauses.failed(id, passage.retryAfterMs);
      return 'waits';
    }
    pauses.over(id);
    return result;
  };
}

/** `taken`: by another process. */
type Became = Sent | 'taken';

/** What became of one request. */
async function tried(passage: Passage, post: () => Promise<void>): Promise<Became> {
  let failure: unknown;
  try {
    await post();
  } catch (error) {
    failure = error;
  }
  if (passage.unwanted) return 'taken';
  // It never came to asking: the address, the sign-in, the connection.
  if (!passage.left) {
    if (failure && isOurs(failure)) throw failure;
    if (failure) return 'waits';
    // Some activities never leave (a trace); for the store they have.
    return (await passage.leave()) ? 'sent' : 'taken';
  }
  if (!failure || passage.unanswered || isTaken(passage.status)) return 'sent';
  return isFinal(passage.status) ? 'refused' : 'waits';
}

function tell(log: Log, passage: Passage, became: Became, owed: number): void {
  if (passage.left && passage.unanswered) log.warn('answer.unknown');
  if (became === 'refused') log.warn('answer.refused', { status: passage.status });
  if (became === 'waits') log.warn('answer.waits', { status: passage.status, count: owed });
}
