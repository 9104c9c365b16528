/** Welcome, help, and the box that everything starts with. */
import { wording } from '../wording.ts';
import { type Action, button, type Card, card, type Element, heading, paragraph, sentence } from './card.ts';

/** The box's id: the fact that it asks for. */
export const PROBLEM = 'topic';
const PROBLEM_CHARS_MAX = 10_000;

/** One big box: paste first. Typing into the chat does the same. */
const problemBox = (): Element[] => [
  {
    type: 'Input.Text',
    id: PROBLEM,
    label: wording.problem.label,
    placeholder: wording.problem.placeholder,
    isMultiline: true,
    maxLength: PROBLEM_CHARS_MAX,
  },
];
const start = (): Action => button(wording.problem.start, { do: 'open' }, { inputs: true, primary: true });

export function welcomeCard(): Card {
  const { welcome } = wording;
  return card(
    [
      heading(welcome.title, 'Large'),
      sentence(welcome.value),
      sentence(welcome.how),
      ...problemBox(),
      sentence(welcome.example, { subtle: true }),
      sentence(welcome.honest, { subtle: true }),
    ],
    [start(), button(welcome.help, { do: 'help' })],
    { fallbackText: `${welcome.title} ${welcome.value} ${welcome.how}` },
  );
}

/** Help; with the box where nothing is under way. */
export function helpCard(withBox = false): Card {
  const { help } = wording;
  return card(
    [
      heading(help.title),
      ...help.lines.map(([say, what]) => paragraph([{ text: say, bold: true }, `– ${what}`], { spacing: 'Small' })),
      sentence(help.more, { subtle: true }),
      sentence(wording.welcome.honest, { subtle: true }),
      ...(withBox ? problemBox() : []),
    ],
    withBox ? [start()] : [],
    { fallbackText: help.lines.map(([say, what]) => `${say}: ${what}`).join('\n') },
  );
}

/** Asks for the problem after words in which there was none. */
export function problemCard(intro: string): Card {
  return card([heading(wording.problem.title), sentence(intro), ...problemBox()], [start()], { fallbackText: intro });
}
