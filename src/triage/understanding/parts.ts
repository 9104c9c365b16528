/** Separate problems of one message: numbered points, or a second matter that is introduced as one. */
import type { Reading } from './reading.ts';

export type ProblemText = { text: string };

const NUMBERED = /^\s*(?:\(?\d{1,2}[.):]|[-*•]|[a-d]\))\s+\S/;
const SECOND_MATTER =
  /(?:^|[.!?]\s{1,9}|\n[ \t]{0,9})(?:second(?:ly)?(?: (?:problem|issue|question|thing|point|topic))?[:,]|another (?:problem|issue|question|thing|topic)|separately[:,]?|and also[:,]|other (?:problem|issue|question|topic)[:,]|zweitens|ausserdem|au(?:ß|ss)erdem|deuxi[eè]mement|en segundo lugar|unrelated[:,]|on top of that[:,]|different topic[:,])/giu;
const PART_WORDS_MIN = 4;
const PARTS_MAX = 6;

/** Two texts or more, or none. */
export function splitProblems({ text }: Reading): ProblemText[] {
  const numbered = byNumbers(text);
  const parts = numbered.length > 1 ? numbered : bySecondMatter(text);
  const whole = parts.filter((part) => part.split(/\s+/).length >= PART_WORDS_MIN).slice(0, PARTS_MAX);
  return whole.length > 1 ? whole.map((part) => ({ text: part })) : [];
}

function byNumbers(text: string): string[] {
  const parts: string[] = [];
  for (const line of text.split('\n')) {
    if (NUMBERED.test(line)) parts.push(line.trim());
    else if (parts.length > 0) parts.push(`${parts.pop()}\n${line}`);
  }
  return parts;
}

function bySecondMatter(text: string): string[] {
  const starts = [...text.matchAll(SECOND_MATTER)].map((match) => match.index).filter((index) => index > 0);
  return [0, ...starts].map((start, i) =>
    text
      .slice(start, starts[i] ?? text.length)
      .replace(/^[.!?\s]+/, '')
      .trim(),
  );
}
