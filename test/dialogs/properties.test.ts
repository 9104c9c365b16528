import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CARD_BYTES_MAX, cardBytes } from '../../dialogs/cards/card.ts';
import type { Outcome } from '../../dialogs/conversation.ts';
import { moveOf } from '../../dialogs/said.ts';
import { cardFaults } from '../support/card-schema.ts';
import { type SmallServices, smallServices } from '../support/small-services.ts';
import { askedIn, cardsOf, type Input, player, verdictsIn } from '../support/transcript.ts';

/** Conversations in the normal suite; `TRIAGE_FUZZ_RUNS` makes them more. */
const RUNS = Number(process.env.TRIAGE_FUZZ_RUNS ?? 300);
const TURNS_MAX = 14;

const PROBLEMS = [
  'kubectl says connection refused on 6443',
  'coredns pods crash',
  'pvc pending since the weekend, 1.33.5',
  'api server down, running all the time',
];
const ANSWERS = [
  '1.33.5',
  '1.28.9',
  'it runs',
  'nobody touched the VMs',
  '1.33.5\nit runs\nnobody changed anything',
  "I don't know",
  'no idea',
  'yes',
  'no',
  'none of these',
  'we changed the vm memory in hyper-v',
];
const ASIDES = [
  'hi',
  'help',
  'thanks',
  'why?',
  'how do I find that?',
  'what is best effort?',
  'ok',
  'wait',
  '👍',
  '',
  '🙂',
  'facts',
  'issues',
  'ticket',
  'edit',
  'verdict',
  'wrong',
  'person',
  'az',
  'back',
  'cancel',
  'restart',
  'new',
  'same',
];
const ODD = [
  'sorry, it is 1.27',
  'another problem: the disk of our cluster is full and slow',
  'the blue one next to the window',
  '<at>Arc Triage</at>',
  '](https://evil.example)',
  '\u0000\ud800',
  'DROP TABLE records',
  'null',
  '{"do":"answer"}',
  'a'.repeat(5000),
];
const BUTTONS = [
  'answer',
  'unknown',
  'edit',
  'save',
  'verdict',
  'continue',
  'ticket',
  'editTicket',
  'saveTicket',
  'exit',
  'person',
  'right',
  'wrong',
  'corrected',
  'help',
  'open',
  'nonsense',
];

const words = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ANSWERS) },
  { weight: 2, arbitrary: fc.constantFrom(...PROBLEMS) },
  { weight: 4, arbitrary: fc.constantFrom(...ASIDES) },
  { weight: 1, arbitrary: fc.constantFrom(...ODD) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);
const button = fc.record({
  do: fc.constantFrom(...BUTTONS),
  about: fc.constantFrom('r1', 'r2', 'r9', '', '../x'),
  k8sVersion: fc.constantFrom('1.33.5', '1.20.1', 'unknown', ''),
  nodeChange: fc.constantFrom('yes', 'off', 'none', 'own'),
  noneOfThese: fc.constantFrom('yes', 'off'),
  topic: fc.constantFrom('', 'api server down'),
  scope: fc.constantFrom('in_scope', 'best_effort', 'moon'),
});
const turn: fc.Arbitrary<Input> = fc.oneof({ weight: 4, arbitrary: words }, { weight: 1, arbitrary: button });

/** Asking again is right only after the person has turned aside or back, or was asked something about the conversation itself. */
const turnsAside = (said: Input): boolean =>
  typeof said !== 'string' || !['words', 'unknown', 'yes'].includes(moveOf(said)) || /\?|another problem/.test(said);

type Course = { services: SmallServices; turns: { said: Input; outcome: Outcome }[] };

async function converse(inputs: Input[]): Promise<Course> {
  const services = smallServices();
  const { say } = player(services);
  const turns: Course['turns'] = [];
  for (const said of inputs) turns.push({ said, outcome: await say(said) });
  return { services, turns };
}

const conversations = fc.array(turn, { minLength: 1, maxLength: TURNS_MAX });
const check = (holds: (course: Course) => void) =>
  fc.assert(
    fc.asyncProperty(conversations, async (inputs) => holds(await converse(inputs))),
    { numRuns: RUNS },
  );

describe('any conversation', () => {
  it('gets an answer, or is handed over, in every turn', () =>
    check(({ turns }) => {
      for (const { said, outcome } of turns)
        expect(outcome.replies.length + outcome.effects.length, JSON.stringify(said)).toBeGreaterThan(0);
    }));

  it('is asked nothing a second time, unless the person turned aside or back', () =>
    check(({ turns }) => {
      const asked = new Map<string, Set<string>>();
      for (const { said, outcome } of turns) {
        const record = outcome.conversation.triage?.recordId ?? '';
        const before = asked.get(record) ?? new Set();
        const ids = cardsOf(outcome)
          .filter((card) => JSON.stringify(card).includes('"do":"answer"'))
          .flatMap((card) => askedIn({ ...outcome, replies: [{ kind: 'card', card, summary: '' }] }))
          .filter((id) => id !== 'noneOfThese');
        const again = ids.filter((id) => before.has(id));
        if (!turnsAside(said)) expect(again, String(said)).toEqual([]);
        asked.set(record, new Set([...before, ...ids]));
      }
    }));

  it('sees only cards that Teams takes', () =>
    check(({ turns }) => {
      for (const { outcome } of turns) {
        for (const card of cardsOf(outcome)) {
          expect(cardFaults(card)).toEqual([]);
          expect(cardBytes(card)).toBeLessThanOrEqual(CARD_BYTES_MAX);
        }
      }
    }));
});

describe('a person who goes along, with any asides', () => {
  const asides = fc.array(
    fc.constantFrom(...ASIDES.filter((said) => !['back', 'cancel', 'restart', 'new', 'verdict'].includes(said))),
    { maxLength: 6 },
  );

  it('loses no word and gets the verdict', () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom(...PROBLEMS), asides, asides, async (problem, before, after) => {
        const rest = '1.33.5\nit runs\nnobody changed anything';
        const { services, turns } = await converse([problem, ...before, rest, ...after, 'sorry, it is 1.28']);
        expect(turns.slice(0, before.length + 2).flatMap(({ outcome }) => verdictsIn(outcome))).toContain('r1');
        expect(services.records.get('r1')?.messages).toEqual(
          expect.arrayContaining([problem, rest, 'sorry, it is 1.28']),
        );
        expect(services.records.get('r1')?.report.eligibility).toBe('upgrade_first');
      }),
      { numRuns: RUNS },
    ));
});
