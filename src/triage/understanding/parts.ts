/** Separate problems of one message: numbered points, or a second matter that is introduced as one. */
import type { Reading } from './reading.ts';

export type ProblemText = {
  text: string;
  /** From a list with bullets, which holds facts and steps as often as problems. */
  bulleted: boolean;
};

/** "1)", "(2)", "b." where points begin, at the start of a line or inside one. */
const POINT = /(?<=^|[\s:;,.])(?:\(([1-9a-e])\)|([1-9a-e])[.)])(?=\s+\S)/gm;
const BULLET = /^\s*[-*•]\s+\S/;
/** A diary of what happened is one story. */
const DATED =
  /^\W*(?:[-*•]|\(?[1-9a-e][.)])?\W*(?:\d{4}-\d\d-\d\d|\d{1,2}[:.]\d\d\b|\d{1,2}\.? ?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b)/i;
const SECOND_MATTER =
  /(?:^|[.!?]\s{1,9}|\n[ \t]{0,9})(?:second(?:ly)?(?: (?:problem|issue|question|thing|point|topic))?[:,]|another (?:problem|issue|question|thing|topic)|separately[:,]?|and also[:,]|other (?:problem|issue|question|topic)[:,]|zweitens|ausserdem|au(?:ß|ss)erdem|deuxi[eè]mement|en segundo lugar|unrelated[:,]|on top of that[:,]|different topic[:,])/giu;
const PART_WORDS_MIN = 4;
const PARTS_MAX = 6;

/** Two texts or more, or none. */
export function splitProblems({ text }: Reading): ProblemText[] {
  const splits = [
    { parts: byPoints(text), bulleted: false },
    { parts: byBullets(text), bulleted: true },
    { parts: bySecondMatter(text), bulleted: false },
  ];
  const { parts, bulleted } = splits.find((split) => split.parts.length > 1) ?? { parts: [], bulleted: false };
  const whole = parts
    .map((part) => part.trim())
    .filter((part) => part.split(/\s+/).length >= PART_WORDS_MIN)
    .slice(0, PARTS_MAX);
  const diary = whole.filter((part) => DATED.test(part)).length > 1;
  return whole.length > 1 && !diary ? whole.map((part) => ({ text: part, bulleted })) : [];
}

/** Points that count up from 1 or a; what stands before the first one introduces them. */
function byPoints(text: string): string[] {
  const starts: number[] = [];
  let next: string | undefined;
  for (const match of text.matchAll(POINT)) {
    const label = (match[1] ?? match[2] ?? '').toLowerCase();
    if (starts.length === 0 ? label !== '1' && label !== 'a' : label !== next) continue;
    starts.push(match.index);
    next = String.fromCharCode(label.charCodeAt(0) + 1);
  }
  return starts.map((start, i) => text.slice(start, starts[i + 1] ?? text.length));
}

function byBullets(text: string): string[] {
  const parts: string[] = [];
  for (const line of text.split('\n')) {
    if (BULLET.test(line)) parts.push(line.trim());
    else if (parts.length > 0) parts.push(`${parts.pop()}\n${line}`);
  }
  return parts;
}

function bySecondMatter(text: string): string[] {
  const starts = [...text.matchAll(SECOND_MATTER)].map((match) => match.index).filter((index) => index > 0);
  return [0, ...starts].map((start, i) => text.slice(start, starts[i] ?? text.length).replace(/^[.!?\s]+/, ''));
}
