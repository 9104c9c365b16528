/** The card with what is left to ask: at most five fields, and all gates as ticks of one group. */
import { type Question, questionId } from '../services.ts';
import { wording } from '../wording.ts';
import { button, type Card, card, type Element, fitting, heading, paragraph, plain, sentence, toggle } from './card.ts';

/** Fields of one card; the gates together count as one of them. */
export const FIELDS_MAX = 5;
/** Ticks of one group. */
export const GATES_MAX = 6;
/** The tick that says "no" to every gate. */
export const NO_GATES = 'noneOfThese';
export const UNKNOWN = 'unknown';

const CHOICES_MAX = 15;
const VALUE_CHARS_MAX = 200;
const CHOICE_CHARS_MAX = 80;
const LABEL_CHARS_MAX = 240;
const EXPANDED_MAX = 4;
const EXPLAIN_ID = 'explain';

/** The questions that go on the next card: fields in the given order, gates together. */
export function onOneCard(questions: readonly Question[]): Question[] {
  const gates = questions.filter((question) => question.gate).slice(0, GATES_MAX);
  // A single gate is better asked as the question it is.
  const grouped = gates.length > 1 ? gates : [];
  const fields = questions.filter((question) => !grouped.includes(question));
  return [...fields.slice(0, FIELDS_MAX - (grouped.length > 0 ? 1 : 0)), ...grouped];
}

export const gatesOf = (questions: readonly Question[]): Question[] => {
  const gates = questions.filter((question) => question.gate);
  return gates.length > 1 ? gates : [];
};

function choices(question: Question, chars: number): { title: string; value: string }[] {
  const known = question.choices
    .slice(0, CHOICES_MAX)
    .map(({ title, value }) => ({ title: plain(title, Math.min(CHOICE_CHARS_MAX, chars)), value }));
  return [...known, { title: wording.questions.unknown, value: UNKNOWN }];
}

function field(question: Question, value: string | undefined, chars: number): Element {
  const input = {
    id: questionId(question),
    label: plain(question.text, Math.min(LABEL_CHARS_MAX, chars * 2)),
    ...(value ? { value: plain(value, VALUE_CHARS_MAX) } : {}),
  };
  if (question.input === 'choice' && question.choices.length > 0) {
    const offered = choices(question, chars);
    return {
      type: 'Input.ChoiceSet',
      ...input,
      style: offered.length <= EXPANDED_MAX ? 'expanded' : 'compact',
      wrap: true,
      placeholder: wording.questions.placeholder,
      choices: offered,
    };
  }
  if (question.input === 'date') return { type: 'Input.Date', ...input };
  // Numbers are asked as text: "3 or 4" and "don't know" are answers too.
  return { type: 'Input.Text', ...input, placeholder: wording.questions.placeholder, maxLength: 500 };
}

function ticks(gates: readonly Question[]): Element[] {
  if (gates.length === 0) return [];
  return [
    sentence(wording.questions.gates, { spacing: 'Medium' }),
    ...gates.map((gate) => ({
      type: 'Input.Toggle',
      id: questionId(gate),
      title: plain(gate.gate ?? gate.text, 160),
      valueOn: 'yes',
      valueOff: 'off',
      wrap: true,
      spacing: 'Small',
    })),
    {
      type: 'Input.Toggle',
      id: NO_GATES,
      title: wording.questions.noGates,
      valueOn: 'yes',
      valueOff: 'off',
      wrap: true,
      spacing: 'Small',
    },
  ];
}

function explanations(questions: readonly Question[], chars: number): Element {
  const rows = questions.map((question) =>
    paragraph([
      { text: plain(question.label, 80), bold: true, small: true },
      { text: plain(question.why, chars), small: true },
      ...(question.how
        ? [{ text: `${wording.questions.how}: ${plain(question.how, chars)}`, small: true, subtle: true }]
        : []),
    ]),
  );
  return { type: 'Container', id: EXPLAIN_ID, isVisible: false, style: 'emphasis', items: rows };
}

export type QuestionsCard = {
  recordId: string;
  questions: readonly Question[];
  /** Elements above the questions: what was read or noted. */
  above: (chars: number, items: number) => Element[];
  values?: Record<string, string>;
};

/**
 * The card of questions. Its inputs carry the names of the facts; its buttons carry `about`, not `recordId`: that name is
 * kept for verdicts.
 */
export function questionsCard({ recordId, questions, above, values = {} }: QuestionsCard): Card {
  const gates = gatesOf(questions);
  const fields = questions.filter((question) => !gates.includes(question));
  const count = fields.length + (gates.length > 0 ? 1 : 0);
  const labels = questions.map((question) => question.text);
  return fitting(({ chars, items }) =>
    card(
      [
        ...above(chars, items),
        heading(wording.questions.title(count)),
        sentence(count === 1 ? wording.questions.introOne : wording.questions.intro, { subtle: true, spacing: 'None' }),
        ...fields.map((question) => field(question, values[questionId(question)], chars)),
        ...ticks(gates),
        explanations(questions, chars),
      ],
      [
        button(wording.questions.send, { do: 'answer', about: recordId }, { inputs: true, primary: true }),
        button(wording.questions.dontKnow, { do: 'unknown', about: recordId }),
        toggle(`${wording.questions.why}? ${wording.questions.how}?`, EXPLAIN_ID),
        button(wording.questions.correct, { do: 'edit', about: recordId }),
      ],
      { fallbackText: labels.join('\n') },
    ),
  );
}

/** What was filled in, as answers by the facts' names. Nothing that comes back from a client is taken but the inputs we know. */
export function answersOf(questions: readonly Question[], value: Record<string, unknown>): Record<string, string> {
  const read = (id: string): string => {
    const given = value[id];
    return typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean'
      ? String(given).trim().slice(0, 4000)
      : '';
  };
  const answers: Record<string, string> = {};
  const gates = gatesOf(questions);
  const ticked = (id: string): boolean => /^(?:yes|true)$/i.test(read(id));
  const none = ticked(NO_GATES);
  const any = gates.some((gate) => ticked(questionId(gate)));
  for (const question of questions) {
    const id = questionId(question);
    const given = read(id);
    if (!gates.includes(question)) {
      if (given) answers[id] = given;
    } else if (ticked(id)) answers[id] = 'yes';
    // One tick, or the tick "none", says that the group was read; an untouched group says nothing.
    else if (given === '' || /^(?:off|false)$/i.test(given)) answers[id] = none || any ? 'no' : UNKNOWN;
    else answers[id] = given;
  }
  return answers;
}
