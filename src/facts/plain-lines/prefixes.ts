/** What chat clients, mail programs and editors put in front of each line: quotation marks, times, names, bullets, numbers. */
import type { Line } from '../document.ts';
import { isKnown, keyOf } from './known-keys.ts';

const DAY = String.raw`(?:\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}(?:[./-](?:\d{4}|\d{2}))?\.?|[A-Za-z]{2,8}(?:day|tag)|[Mm]ittwoch|[Hh]eute|[Gg]estern)`;
const CLOCK = String.raw`\d{1,2}[:.]\d{2}(?<seconds>[:.]\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?`;
/** One to four words. */
const NAME = String.raw`(?<name>\p{Lu}[\p{L}.'_-]{0,30}(?: [\p{L}(][\p{L}.)'_-]{0,30}){0,3})\s?:(?=\s|$)`;

/** "[11/19 16:05] Kim Berg: …", "20.11.26, 09:12 - Kim: …", "[09:12] <kim> …"; the blank behind belongs to it. */
const SPOKEN = new RegExp(
  String.raw`^\s{0,3}[[(]?(?:${DAY},?\s+)?${CLOCK}[\])]?\s{0,3}(?:-\s)?(?:${NAME}|<[\w.-]{1,30}>(?=\s|$))\s?`,
  'u',
);
/** A log has its levels, and behind seconds the names of its services, where a chat has its people. */
const LEVEL = /^(?:err|warn|info|debug|trace|fatal|verbose|note|fail|crit|notice|exception)/i;
/** What a program calls its values. */
const VALUE = /(?:version|status|state|name|type|count|date|time|size|id|info|profile|size)$/i;

function spokenLength(raw: string): number {
  const m = SPOKEN.exec(raw);
  if (!m) return 0;
  const { name, seconds } = m.groups ?? {};
  if (name === undefined) return m[0].length;
  const isProgram = LEVEL.test(name) || VALUE.test(name) || isKnown(keyOf(name));
  return isProgram || (seconds !== undefined && !name.includes(' ')) ? 0 : m[0].length;
}

const CLIENTS: readonly RegExp[] = [
  /^\s{0,3}(?:>\s?)+(?!>)/,
  /^\s{0,3}\[(?:\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?\.?|[A-Za-z]{5,10}),?\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?\]\s/i,
  /^\s{0,3}(?:\[\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?\]\s|\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?\s{1,4})/i,
  /^\s{0,3}\|\s/,
];
/** One line with such a beginning may be the program's own. */
const PREFIXED_MIN = 2;

/** The line without its first characters. */
export const behind = (line: Line, length: number): Line =>
  length === 0
    ? line
    : { start: line.start + length, end: line.end, raw: line.raw.slice(length), low: line.low.slice(length) };

/** Lines behind what a client put in front of them. */
export function behindClients(lines: readonly Line[]): Line[] {
  const lengths = lines.map((line) => spokenLength(line.raw));
  const isChat = lengths.filter((length) => length > 0).length >= PREFIXED_MIN;
  let rest = isChat ? lines.map((line, i) => behind(line, lengths[i] ?? 0)) : [...lines];
  for (const re of CLIENTS) rest = behindRuns(rest, (line) => re.exec(line.raw)?.[0].length ?? 0, PREFIXED_MIN);
  return rest;
}

/** Cuts what `lengthOf` finds in front of each line of a run of at least `min`. */
function behindRuns(lines: readonly Line[], lengthOf: (line: Line) => number, min: number): Line[] {
  const cut = [...lines];
  for (let i = 0; i < cut.length; i++) {
    let last = i;
    const lengths: number[] = [];
    for (let n = 0; last < cut.length; last++) {
      n = lengthOf(cut[last] as Line);
      if (n === 0) break;
      lengths.push(n);
    }
    if (lengths.length >= min) for (let k = i; k < last; k++) cut[k] = behind(cut[k] as Line, lengths[k - i] ?? 0);
    i = Math.max(i, last - 1);
  }
  return cut;
}

/** Signs that nothing but a list begins with: bullets, arrows, ticks, "a)". */
const BULLET = /^\s{0,8}(?:(?=[^ -~])[\p{So}\p{Sm}\p{Po}]\ufe0f?|[-=]>|\(?[a-z\d]{1,2}\))\s{1,4}/u;
/** A single one may begin an item of YAML or an option. */
const DASH = /^\s{0,3}[-*]\s/;
const DASHED_MIN = 3;
/** Where no line looks like YAML, two are a list. */
const ITEM = /^\s{0,3}- [\w.-]+:/;
const NUMBER = /^\s{0,6}(\d{1,4})(?:[.):]|\s{0,3}\|)?(?:\s{1,2}|$)/;
/** Numbers that do not begin with one are counted longer before they are taken for an editor's. */
const NUMBERED_MIN = 3;

/** Lines behind the bullets and numbers of a list. */
export function behindMarks(lines: readonly Line[]): Line[] {
  const bulleted = lines.map((line) => behind(line, BULLET.exec(line.raw)?.[0].length ?? 0));
  const dash = (line: Line): number => DASH.exec(line.raw)?.[0].length ?? 0;
  const long = behindRuns(bulleted, dash, DASHED_MIN);
  const dashed = behindRuns(long, (line) => (ITEM.test(line.raw) ? 0 : dash(line)), PREFIXED_MIN);
  return behindNumbers(dashed);
}

const numberOf = (line: Line | undefined): number | undefined => {
  const digits = line && NUMBER.exec(line.raw)?.[1];
  return digits === undefined ? undefined : Number(digits);
};

function behindNumbers(lines: readonly Line[]): Line[] {
  const cut = [...lines];
  for (let i = 0; i < cut.length; i++) {
    const first = numberOf(cut[i]);
    if (first === undefined) continue;
    let last = i + 1;
    while (numberOf(cut[last]) === first + last - i) last++;
    if (last - i >= (first === 1 ? PREFIXED_MIN : NUMBERED_MIN))
      for (let k = i; k < last; k++) {
        const line = cut[k] as Line;
        cut[k] = behind(line, NUMBER.exec(line.raw)?.[0].length ?? 0);
      }
    i = last - 1;
  }
  return cut;
}
