/** Dates in many shapes: ISO, dotted, slashed, with the month's name, the month alone. */

import {
  addDays,
  dayOf,
  daysBetween,
  earlier,
  lastOfMonth,
  latestYear,
  MONTH_NAMES,
  monthNumber,
  yearOf,
} from '../calendar.ts';
import { matchesOf } from '../matches.ts';
import { add, point, type Scan, within } from './time.ts';

const ISO = /\b(20\d\d)-(\d\d)-(\d\d)(?:[t ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:z|[+-]\d\d:?\d\d)?)?/g;
const CJK = /(20\d\d)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]/g;
const DOTTED = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(20\d\d|\d\d)(?!\d|\.\d))?(?!\d)/g;
const SLASHED = /(?<![\d/.])(\d{1,2})([/-])(\d{1,2})\2(20\d\d|\d\d)(?![\d/])/g;
const YEAR_FIRST = /(?<![\d/.])(20\d\d)[/.](\d{1,2})[/.](\d{1,2})(?![\d/]|\.\d)/g;
const DAY_MONTH = new RegExp(
  `(?<![\\d.:/])(\\d{1,2})(?:\\s?(st|nd|rd|th|er|\\.|ter|ten))?(?:\\s*(?:-|to|bis|au|al|until|till|(?<=\\b(?:between|zwischen|entre) (?:the |dem |le |el )?\\d{1,2}\\S{0,3} )(?:and|und|et|y)(?: the)?)\\s*(?:the |zum |dem |le |el )?(\\d{1,2})(?:st|nd|rd|th|\\.)?)?[\\s-]*(of|de|du|des)?\\s*(${MONTH_NAMES})\\b\\.?(?:\\s*,?\\s*(?:de\\s+|del\\s+)?-?(20\\d\\d)\\b)?`,
  'g',
);
const MONTH_DAY = new RegExp(
  `\\b(${MONTH_NAMES})\\.?\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d.:]\\d|\\d)(?:\\s?(?:-|to)\\s?(\\d{1,2})(?!\\d))?(?:,?\\s*(20\\d\\d)\\b)?`,
  'g',
);
const MONTH_ONLY = new RegExp(
  `\\b(since|from|in|until|till|til|seit|im|ab|bis|depuis|en|desde|around|of|last|this|late|early|mid|mid of|vom|letzten|ende|anfang|mitte|debut|fin|finales de|mediados de|principios de|end|begin|beginning|before|after|back in|end of|begin of|beginning of|start of|middle of)[\\s-]+(${MONTH_NAMES})\\b\\.?(?:\\s+(?:de\\s+)?(20\\d\\d|'\\d\\d)\\b)?(?!\\s?\\d)`,
  'g',
);
const MONTHS_IN_YEAR = 12;

function dateOf(scan: Scan, date: number, month: number, year: string | undefined): string | undefined {
  if (year !== undefined) return dayOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, date);
  return dayOf(latestYear(month, date, scan.today), month, date);
}

const yearIfAny = (m: RegExpMatchArray, i: number): string | undefined => m[i];

/** A modal verb, not the month: "node 3 may be". */
const MAY_VERB = /^\s+(?:be|have|not|need|also|fail|take|get|cause|help|still|only|well|or)\b/;

export function scanDates(scan: Scan): void {
  const { low } = scan;
  for (const m of matchesOf(ISO, low)) addDay(scan, m, dayOf(Number(m[1]), Number(m[2]), Number(m[3])));
  for (const m of matchesOf(CJK, low)) addDay(scan, m, dayOf(Number(m[1]), Number(m[2]), Number(m[3])));
  for (const m of matchesOf(YEAR_FIRST, low)) addDay(scan, m, dayOf(Number(m[1]), Number(m[2]), Number(m[3])));
  for (const m of matchesOf(DOTTED, low)) addDay(scan, m, dateOf(scan, Number(m[1]), Number(m[2]), m[3]));
  const slashed = matchesOf(SLASHED, low);
  for (const m of slashed) addSlashed(scan, m, orderOf(slashed));
  for (const m of matchesOf(DAY_MONTH, low)) {
    const end = m.index + m[0].length;
    if (m[5] === 'may' && !m[2] && !m[4] && !m[6] && MAY_VERB.test(low.slice(end))) continue;
    addRange(scan, m, { first: Number(m[1]), last: m[3], month: monthNumber(m[5] ?? ''), year: yearIfAny(m, 6) });
  }
  for (const m of matchesOf(MONTH_DAY, low)) {
    addRange(scan, m, { first: Number(m[2]), last: m[3], month: monthNumber(m[1] ?? ''), year: yearIfAny(m, 4) });
  }
}

function addDay(scan: Scan, m: RegExpMatchArray, day: string | undefined): void {
  const start = m.index ?? 0;
  if (day) add(scan, start, start + m[0].length, point(scan, day));
}

/** "Since the 5th", "since the 5th of last month". */
const ORDINAL =
  /\b(?:since|on|until|till|from|le|el|am|vom|bis)\s+(?:the |dem |zum )?(\d{1,2})(?:st|nd|rd|th)\b(?! of (?!last|this)| \w+ember| (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|[ -](?:node|gen|time|try|attempt|host|pod|replica))(?:\s+(?:of )?(last|this) month)?/g;
/** Day and month without a year: only behind a word that leads to a date. */
const SHORT_SLASHED =
  /\b(?:since|on|until|till|from|seit|depuis|desde|le|el|am|vom|bis)\s+(?:the |le |el |dem )?(\d{1,2})\/(\d{1,2})(?![\d/])/g;
const SHORT_DOTTED =
  /\b(?:since|on|until|till|from|seit|am|vom|bis|ab)\s+(?:the |dem |zum )?(\d{1,2})\.(\d{1,2})(?![\d.])/g;

export function scanShort(scan: Scan): void {
  const place = (m: RegExpMatchArray, digits: number): [number, number] => {
    const end = (m.index ?? 0) + m[0].length;
    return [end - digits, end];
  };
  for (const m of matchesOf(ORDINAL, scan.low)) {
    const date = Number(m[1]);
    const month = Number(scan.today.slice(5, 7));
    const isEarlier = m[2] === 'last' || (m[2] === undefined && date > Number(scan.today.slice(8)));
    const last = addDays(`${scan.today.slice(0, 8)}01`, -1);
    const day = isEarlier
      ? dayOf(yearOf(last), Number(last.slice(5, 7)), date)
      : dayOf(yearOf(scan.today), month, date);
    const at = (m.index ?? 0) + m[0].indexOf(m[1] ?? '');
    if (day) add(scan, at, (m.index ?? 0) + m[0].length, point(scan, day));
  }
  for (const m of matchesOf(SHORT_DOTTED, scan.low)) {
    const [start, end] = place(m, `${m[1]}.${m[2]}`.length);
    const day = dateOf(scan, Number(m[1]), Number(m[2]), undefined);
    if (day) add(scan, start, end, point(scan, day));
  }
  for (const m of matchesOf(SHORT_SLASHED, scan.low))
    addSlashed(scan, { ...m, 3: m[2], 4: String(yearOf(scan.today)) } as unknown as RegExpMatchArray);
}

/** "1-12 november" is two points: its first day since, its last day until. */
function addRange(
  scan: Scan,
  m: RegExpMatchArray,
  d: { first: number; last: string | undefined; month: number; year: string | undefined },
): void {
  const start = m.index ?? 0;
  const end = start + m[0].length;
  const first = dateOf(scan, d.first, d.month, d.year);
  if (!first) return;
  if (d.last === undefined) {
    add(scan, start, end, point(scan, first));
    return;
  }
  const last = dateOf(scan, Number(d.last), d.month, d.year);
  const middle = start + Math.floor(m[0].length / 2);
  add(scan, start, middle, point(scan, first), 'since');
  if (last) add(scan, middle, end, point(scan, last), 'until');
}

type Order = 'day-first' | 'month-first' | 'open';

/** One date that can be read in one way only tells how its writer orders the others. */
function orderOf(dates: readonly RegExpMatchArray[]): Order {
  const isDayFirst = dates.some((m) => Number(m[1]) > MONTHS_IN_YEAR);
  const isMonthFirst = dates.some((m) => Number(m[3]) > MONTHS_IN_YEAR);
  if (isDayFirst === isMonthFirst) return 'open';
  return isDayFirst ? 'day-first' : 'month-first';
}

/** Day and month in an unknown order: exact only where one order is impossible, or both are the same day. */
function addSlashed(scan: Scan, m: RegExpMatchArray, order: Order = 'open'): void {
  const [a, b, year] = [Number(m[1]), Number(m[3]), m[4]];
  const [dayFirst, monthFirst] = [dateOf(scan, a, b, year), dateOf(scan, b, a, year)];
  const days = [order === 'month-first' ? undefined : dayFirst, order === 'day-first' ? undefined : monthFirst].filter(
    (d) => d !== undefined && d <= scan.today,
  ) as string[];
  const [first, second] = [...new Set(days)].sort();
  if (first === undefined) return;
  const start = m.index ?? 0;
  if (second === undefined) {
    add(scan, start, start + m[0].length, point(scan, first));
    return;
  }
  const [max, min] = [daysBetween(first, scan.today), daysBetween(second, scan.today)];
  add(scan, start, start + m[0].length, { kind: 'point', min, max, approx: true, future: false });
}

const PART_OF_MONTH: readonly [RegExp, number, number][] = [
  [/(?:early|begin|beginning|start|anfang|debut|principios|begin of|beginning of|start of)(?: of| de)?[\s-]*$/, 1, 10],
  [/(?:mid|middle|mitte|mediados|middle of|mid of)(?: of| de)?[\s-]*$/, 10, 20],
  [/(?:late|end|ende|fin|finales|end of)(?: of| de)?[\s-]*$/, 20, 31],
];

export function scanMonths(scan: Scan): void {
  for (const m of matchesOf(MONTH_ONLY, scan.low)) {
    const month = monthNumber(m[2] ?? '');
    const nameAt = m.index + m[0].indexOf(m[2] ?? '', (m[1] ?? '').length);
    const end = m.index + m[0].length;
    if (m[2] === 'may' && MAY_VERB.test(scan.low.slice(end))) continue;
    const year = m[3] ? Number(m[3].replace("'", '20')) : latestYear(month, 1, scan.today);
    const before = scan.low.slice(Math.max(0, nameAt - 24), nameAt);
    const part = PART_OF_MONTH.find(([re]) => re.test(before));
    const last = lastOfMonth(year, month);
    const first = dayOf(year, month, part?.[1] ?? 1) ?? last;
    const upTo = part && part[2] < 31 ? (dayOf(year, month, part[2]) ?? last) : last;
    const start = part ? nameAt - (part[0].exec(before)?.[0].length ?? 0) : nameAt;
    add(scan, start, end, within(scan, first, earlier(upTo, scan.today)));
  }
}
