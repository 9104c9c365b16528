import { describe, expect, it } from 'vitest';
import { CARD_BYTES_MAX, cardBytes } from '../../dialogs/cards/card.ts';
import { NO_GATES } from '../../dialogs/cards/questions-card.ts';
import { actionData, inputIds } from '../../dialogs/cards/read-card.ts';
import type { Outcome } from '../../dialogs/conversation.ts';
import { moveOf } from '../../dialogs/said.ts';
import { isFactName, isOfCluster } from '../../src/model/facts.ts';
import type { TriageRecord } from '../../src/model/record.ts';
import { realServices } from '../support/desk.ts';
import {
  ASIDES,
  CORRECTIONS,
  DETOURS,
  FORWARD,
  OPENINGS,
  SECOND_PROBLEMS,
  STYLES,
  type Style,
} from '../support/people.ts';
import { cardsOf, type Input, type Player, player, verdictsIn, wordsOf } from '../support/transcript.ts';

const ASKING_TURNS_MAX = 4;
/** Whoever needs more has been led astray. */
const TURNS_MAX = 40;
/** Sentences that leave the person something to do: a word to say in quotes, a question, an invitation. */
const NEXT_STEP = /“[^”]+”|\?|tell me|write (?:any time|when)/i;

/** `tells`: words for the record. `aside`: manners and questions to the bot. `detour`: away from the questions and back. */
type Kind = 'tells' | 'aside' | 'detour';
type Turn = { said: Input; kind: Kind; outcome: Outcome };
type Plan = { opening: string; style: Style; seed: number };
type Course = { turns: Turn[]; records: TriageRecord[] };

/** Picks by number, so that every run is the same. */
const pick = <T>(list: readonly T[], seed: number): T => list[seed % list.length] as T;

const plans: Plan[] = OPENINGS.flatMap((opening, at) =>
  STYLES.map((style, way) => ({ opening, style, seed: at * 7 + way * 3 })),
);

async function converse({ opening, style, seed }: Plan): Promise<Course> {
  const { services, store } = await realServices();
  const person = player(services);
  const turns: Turn[] = [];
  const say = async (said: Input, kind: Kind) => {
    turns.push({ said, kind, outcome: await person.say(said) });
  };
  await say(opening, 'tells');
  await untilVerdict({ person, say }, style, seed);
  await say(pick(ASIDES, seed * 3), 'aside');
  if (seed % 2 === 0) await say(pick(CORRECTIONS, seed), 'tells');
  await untilVerdict({ person, say }, style, seed + 1);
  if (seed % 3 === 0) {
    await say(pick(SECOND_PROBLEMS, Math.floor(seed / 3)), 'tells');
    if (person.conversation?.triage?.stage === 'switching') await say('yes, a new one', 'aside');
    await untilVerdict({ person, say }, style, seed + 2);
  }
  await say('thanks, bye', 'aside');
  const records = await store.records.list();
  await store.close();
  return { turns, records };
}

type Talk = { person: Player; say(said: Input, kind: Kind): Promise<void> };

async function untilVerdict({ person, say }: Talk, style: Style, seed: number): Promise<void> {
  const asking = () => {
    const triage = person.conversation?.triage;
    return triage?.stage === 'asking' ? triage : undefined;
  };
  for (let turn = 0; asking() && turn < TURNS_MAX; turn += 1) {
    if ((seed + turn) % 4 === 1) await say(pick(ASIDES, seed + turn), 'aside');
    if ((seed + turn) % 7 === 2) {
      const record = asking()?.recordId;
      for (const detour of pick(DETOURS, seed + turn)) await say(detour, 'detour');
      if (person.conversation?.triage?.recordId !== record) await say(FORWARD, 'detour');
    }
    const triage = asking();
    if (triage) await say(style.answer(triage.pending, triage.recordId), 'tells');
  }
}

const asked = (outcome: Outcome): string[] =>
  cardsOf(outcome)
    .filter((card) => actionData(card).some((data) => data.do === 'answer'))
    .flatMap(inputIds)
    .filter((id) => id !== NO_GATES);

const hasNextStep = ({ replies, effects }: Outcome): boolean =>
  effects.length > 0 ||
  replies.some(
    (reply) =>
      NEXT_STEP.test(wordsOf(reply)) ||
      (reply.kind === 'card'
        ? (reply.card.actions ?? []).length > 0 || inputIds(reply.card).length > 0
        : (reply.choices ?? []).length > 0),
  );

const isOfTheCluster = (id: string): boolean => {
  const [name = ''] = id.split('.');
  return isFactName(name) && isOfCluster(name);
};

/** Ids that were asked again though the person had neither turned aside nor back, by record; with the turns that asked anew. */
function questionsOf({ turns }: Course) {
  const seen = new Map<string, Set<string>>();
  const again: string[] = [];
  const turnsOf = new Map<string, number>();
  for (const { said, kind, outcome } of turns) {
    const record = outcome.conversation.triage?.recordId ?? '';
    const before = seen.get(record) ?? new Set<string>();
    const now = asked(outcome);
    if (kind === 'tells') again.push(...now.filter((id) => before.has(id)).map((id) => `${id} after ${said}`));
    if (now.some((id) => !before.has(id))) turnsOf.set(record, (turnsOf.get(record) ?? 0) + 1);
    seen.set(record, new Set([...before, ...now]));
  }
  return { seen, again, most: Math.max(0, ...turnsOf.values()) };
}

describe(`${plans.length} conversations in other people’s words`, () => {
  it.each(plans.map((plan) => [plan.style.name, plan.opening.slice(0, 50), plan] as const))(
    '%s: %s',
    async (_style, _opening, plan) => {
      const course = await converse(plan);
      const { turns, records } = course;

      for (const { said, outcome } of turns) {
        expect(hasNextStep(outcome), `a next step after ${JSON.stringify(said)}`).toBe(true);
        for (const card of cardsOf(outcome)) expect(cardBytes(card)).toBeLessThan(CARD_BYTES_MAX);
      }

      const { seen, again, most } = questionsOf(course);
      expect(again).toEqual([]);
      expect(most).toBeLessThanOrEqual(ASKING_TURNS_MAX);
      expect(turns.length).toBeLessThan(TURNS_MAX);

      const kept = records.flatMap(({ messages }) => messages);
      for (const { said, kind } of turns)
        if (kind === 'tells' && typeof said === 'string' && moveOf(said) === 'words')
          expect(kept.join('\n')).toContain(said);

      const verdicts = turns.flatMap(({ outcome }) => verdictsIn(outcome));
      expect(new Set(verdicts)).toEqual(new Set(records.map(({ id }) => id)));

      // What was answered of the cluster is not asked again for its second problem.
      const [first, second] = [...seen].filter(([record]) => record !== '');
      const answered = records.find(({ id }) => id === first?.[0])?.asked.filter(({ answer }) => answer !== null) ?? [];
      const settled = answered.map(({ fact }) => fact).filter(isOfTheCluster);
      if (records.length === 2) expect(settled.filter((id) => second?.[1].has(id))).toEqual([]);
    },
  );
});
