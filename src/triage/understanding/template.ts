/** Messages without content: nothing at all, or an issue template that nobody filled in. */
import { words } from '../../text/words.ts';
import type { Reading } from './reading.ts';

const TEMPLATE_LINES = [
  'describe the bug',
  'a clear and concise description of what the bug is',
  'a clear and concise description of what you expected to happen',
  'to reproduce',
  'steps to reproduce the behavior',
  'steps to reproduce',
  'go to',
  'click on',
  'scroll down to',
  'see error',
  'expected behavior',
  'screenshots',
  'if applicable add screenshots to help explain your problem',
  'environment please complete the following information',
  'desktop please complete the following information',
  'additional context',
  'add any other context about the problem here',
  'os e g ios',
  'browser e g chrome safari',
  'version e g 22',
  'kubernetes version',
  'aks on azure local version',
  'collected logs',
  'title',
  'description',
  'summary',
];
const KNOWN = new Set(TEMPLATE_LINES);
const FIRST_WORDS = new Set(TEMPLATE_LINES.map((line) => line.split(' ')[0]));
/** Where there is nothing but plain letters and digits, the first word tells most lines from a template's. */
const FIRST_WORD = /^[^a-z\u0080-\uffff]*([a-z]+)[^\u0080-\uffff]*$/i;

/** Longer lines are nobody's template. */
const LINE_LENGTH_MAX = 120;

/** The lines of a template left out, so that what somebody wrote between them is read alone. */
export function withoutTemplate(text: string): string {
  if (!text.includes('\n')) return isTemplateLine(text) ? '' : text;
  return text
    .split('\n')
    .filter((line) => !isTemplateLine(line))
    .join('\n');
}

function isTemplateLine(line: string): boolean {
  if (line.length > LINE_LENGTH_MAX) return false;
  const first = FIRST_WORD.exec(line)?.[1];
  if (first !== undefined && !FIRST_WORDS.has(first.toLowerCase())) return false;
  const said = words(line)
    .map(({ text }) => text)
    .filter((word) => !/^\d+$/.test(word));
  return KNOWN.has(said.join(' '));
}

/** Nothing is left but signs and numbers. */
export const isEmptyMessage = ({ words }: Reading): boolean => words.every(({ text }) => /^\d+$/.test(text));
