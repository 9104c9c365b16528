/**
 * What happens while a turn takes long, whatever holds it up: first the person is told, then the request is answered before the
 * channel gives it up and sends it again. The turn goes on; its answer comes as a message.
 */
import type { InvokeResponse } from 'botbuilder';

/** After this an indicator is not enough. */
const TELL_MS = 8000;
/** Teams waits for 15 seconds. */
const ANSWER_MS = 11_000;

export type SlowTurn = {
  /** Answers the request, where it has no answer yet. */
  respond(response: InvokeResponse): Promise<boolean>;
  /** The request has its answer, whichever. */
  readonly isAnswered: boolean;
  readonly isTold: boolean;
  /** Says nothing from now on; what was said has arrived, so that the answer comes after it. */
  quiet(): Promise<void>;
  over(): void;
};

export type SlowNeeds = {
  respond(response: InvokeResponse): Promise<boolean>;
  callerWaits: boolean;
  /** The words survive the process although their turn is not over. */
  isSafe(): boolean;
  /** Says into the conversation that it takes longer. */
  tell(): Promise<unknown>;
  /** The same as the answer of the request. */
  sentence(): InvokeResponse;
  tellMs?: number;
  answerMs?: number;
};

export function slowTurn(needs: SlowNeeds): SlowTurn {
  const { callerWaits, tellMs = TELL_MS, answerMs = ANSWER_MS } = needs;
  const state = { isAnswered: false, isTold: false };
  const timers: NodeJS.Timeout[] = [];
  let tellTimer: NodeJS.Timeout | undefined;
  let telling: Promise<unknown> = Promise.resolve();
  const respond = async (response: InvokeResponse): Promise<boolean> => {
    if (state.isAnswered) return false;
    state.isAnswered = true;
    return needs.respond(response);
  };
  if (!callerWaits) {
    tellTimer = setTimeout(() => {
      state.isTold = true;
      // A sentence that does not arrive is no reason to fail the turn.
      telling = needs.tell().catch(() => undefined);
    }, tellMs);
    timers.push(tellTimer);
  }
  timers.push(
    setTimeout(() => {
      // Words that are nowhere yet are better sent again than lost.
      if (!state.isAnswered && needs.isSafe()) void respond(needs.sentence());
    }, answerMs),
  );
  return {
    respond,
    get isAnswered() {
      return state.isAnswered;
    },
    get isTold() {
      return state.isTold;
    },
    async quiet() {
      clearTimeout(tellTimer);
      await telling;
    },
    over() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
