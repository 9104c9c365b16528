/** Amounts of time: "34 days", "three weeks ago", "30 to 40 days", "several months". */

import { yearOf } from '../calendar.ts';
import { matchesOf } from '../matches.ts';
import { NUMBER_NAMES } from '../number-names.ts';
import { wholeYear } from './relative.ts';
import { add, type Lead, type Rough, type Scan, type Time } from './time.ts';

/** Number words by their value: articles in every case, and the round ones that lengths are told in. */
const LENGTH_NAMES: typeof NUMBER_NAMES = [
  ...NUMBER_NAMES,
  [1, 'einem einer un uno'],
  [14, 'fourteen vierzehn quatorze catorce'],
  [15, 'fifteen funfzehn quinze quince'],
  [20, 'twenty zwanzig vingt veinte'],
  [30, 'thirty dreissig dreisig trente treinta'],
  [40, 'forty vierzig quarante cuarenta'],
  [50, 'fifty funfzig cinquante cincuenta'],
  [60, 'sixty sechzig soixante sesenta'],
  [90, 'ninety neunzig noventa'],
];
const NUMBER_WORDS = new Map(
  LENGTH_NAMES.flatMap(([value, words]) => words.split(' ').map((word) => [word, value] as const)),
);
const NUMBER = `\\d{1,4}|${[...NUMBER_WORDS.keys()].sort((a, b) => b.length - a.length).join('|')}`;
const UNIT =
  'days?|d|tage?n?|jours?|dias?|fortnights?|weeks?|wks?|w|wochen?|semaines?|semanas?|months?|mos?|monate?n?|mois|mes(?:es)?|years?|yrs?|jahre?n?|ans?|anos?|giorn[oi]|settiman[ae]|mes[ei]|dag(?:en)?|weken|maand(?:en)?|hours?|hrs?|h|stunden?|heures?|horas?|min(?:ute)?s?|minuten?';

const numberOf = (word: string): number => NUMBER_WORDS.get(word) ?? Number(word);

type Unit = 'minute' | 'hour' | 'day' | 'week' | 'fortnight' | 'month' | 'year';
function unitOf(word: string): Unit {
  if (/^min/.test(word)) return 'minute';
  if (/^fort/.test(word)) return 'fortnight';
  if (/^(?:h$|ho|hr|st|heu)/.test(word)) return 'hour';
  if (/^(?:mon|mo$|mos$|mois|mes|maa)/.test(word)) return 'month';
  if (/^(?:d|t|jo|gi)/.test(word)) return 'day';
  if (/^(?:w|sem|set)/.test(word)) return 'week';
  return 'year';
}

const DAYS_IN: Record<Exclude<Unit, 'hour' | 'minute'>, number> = {
  day: 1,
  week: 7,
  fortnight: 14,
  month: 30,
  year: 365,
};
/** "Two months" is said of anything from a month and a half to two and a half. */
const MONTH_SLACK_DAYS = 15;
const HALF_MONTH_SLACK_DAYS = 10;
const YEAR_SLACK_DAYS = 180;

/** An unhedged number of units. One month, or one year, is too round to be more than a guess. */
function plain(n: number, unit: Unit): Pick<Time, 'days' | 'min' | 'max' | 'approx'> {
  if (unit === 'minute') return { days: 0, approx: false };
  if (unit === 'hour')
    return { days: Math.floor(n / 24), min: Math.floor(n / 24), max: Math.ceil(n / 24), approx: n > 12 };
  const days = Math.round(n * DAYS_IN[unit]);
  if (unit === 'day' || unit === 'week' || unit === 'fortnight') return { days, approx: false };
  const slack = unit === 'month' ? MONTH_SLACK_DAYS : YEAR_SLACK_DAYS;
  // "A month" is said of three weeks too, "a month and a half" of nothing shorter than five.
  if (unit === 'month' && n < 2)
    return n > 1
      ? { days, min: days - HALF_MONTH_SLACK_DAYS, max: days + HALF_MONTH_SLACK_DAYS, approx: true }
      : { days, approx: true };
  return { days, min: days - slack, max: days + slack, approx: true };
}

const RANGE = new RegExp(
  `(?<![\\w.:/])(${NUMBER})\\s*(?:-|\\b(?:to|bis|or|oder|ou|a|o|(?<=\\b(?:between|zwischen|entre) \\S{1,12} )(?:and|und|et|y))\\b)\\s*(${NUMBER})\\b\\s*(${UNIT})\\b`,
  'g',
);
const AMOUNT = new RegExp(
  `(?<![\\w.:/-])(\\d{1,4}|(?:${NUMBER})(?=[\\s-]))(?:\\s?(?:1/2|and a half))?[\\s-]?(?:full |whole |good |ganze |gute |calendar )?(${UNIT})\\b(?: and a half\\b)?(\\s*(?:ago|back|earlier|zuvor|before now)\\b)?`,
  'g',
);
/** "Six weeks? Eight?", "five weeks, or six?", "40 days? no idea": asked of oneself, it is a guess. */
const OR_ELSE = new RegExp(
  `^\\s*(?:\\?+|,|\\.\\.\\.?)\\s*(?:or |or maybe |maybe |perhaps |oder |ou |of )?(?:${NUMBER}|more|less|longer)(?: (?:${UNIT}))?\\s*\\?|^\\s*\\?+\\s*(?:(?:i (?:have )?)?no idea|i (?:can'?t|cannot|don'?t|do not) (?:tell|say|know|remember)|who knows|keine ahnung|before my time|(?:nobody|no one) (?:knows|remembers)|not sure|maybe|geen idee)\\b`,
);
const OR_ELSE_REACH = 48;
const VAGUE = new RegExp(
  `\\b(couple(?: of)?|few|several|some|many|paar|einige|mehrere|quelques|plusieurs|unos|unas|algunos|algunas|varias|varios)\\s+(${UNIT})\\b(\\s*(?:ago|back)\\b)?`,
  'g',
);
const BARE_PLURAL =
  /\b(?:for|since|seit|depuis|desde hace|over)\s+(weeks|months|years|ages|wochen|monaten|jahren|semanas|meses)\b/g;

/** "After one weekend": how long, not when. */
const WEEKEND = /\b(?:one|a single|1|a long|one long|ein|einem) (?:weekend|wochenende)\b/g;

/** "5 weeks and 2 days": one length of two units. */
const COMPOUND = new RegExp(
  `(?<![\\w.:/-])(${NUMBER}) (weeks?|wochen?|semaines?|semanas?) ?(?:and|und|et|y|,|\\+)? ?(${NUMBER}) (days?|tagen?|jours?|dias?)\\b(\\s*(?:ago|back)\\b)?`,
  'g',
);

/** Monitoring counts in seconds: "downtime: 3110400 s". */
const SECONDS = /(?<![\w.:/-])(\d{5,8})\s?(?:s|secs?|seconds)\b/g;
const SECONDS_IN_DAY = 86_400;

export function scanAmounts(scan: Scan): void {
  for (const m of matchesOf(WEEKEND, scan.low)) {
    const size: Rough = { kind: 'length', days: 2, min: 1, max: 4, approx: true, future: false };
    add(scan, m.index, m.index + m[0].length, size);
  }
  for (const m of matchesOf(COMPOUND, scan.low)) {
    const days = numberOf(m[1] ?? '') * DAYS_IN.week + numberOf(m[3] ?? '');
    const size: Rough = { kind: 'length', days, approx: false, future: false };
    add(scan, m.index, m.index + m[0].length, size, m[5] ? 'ago' : undefined);
  }
  for (const m of matchesOf(SECONDS, scan.low)) {
    const days = Math.floor(Number(m[1]) / SECONDS_IN_DAY);
    add(scan, m.index, m.index + m[0].length, { kind: 'length', days, approx: false, future: false });
  }
  for (const m of matchesOf(RANGE, scan.low)) {
    const days = ((numberOf(m[1] ?? '') + numberOf(m[2] ?? '')) / 2) * (plain(1, unitOf(m[3] ?? '')).days ?? 0);
    add(
      scan,
      m.index,
      m.index + m[0].length,
      { kind: 'length', days: Math.round(days), approx: true, future: false },
      agoOf(scan, m),
    );
  }
  for (const m of matchesOf(AMOUNT, scan.low)) {
    const half = /1\/2|and a half/.test(m[0]) ? 0.5 : 0;
    const size = plain(numberOf(m[1] ?? '') + half, unitOf(m[2] ?? ''));
    const future = /\b(?:in|within|innerhalb|binnen|dans|en)\s+(?:the next\s+)?$/.test(
      scan.low.slice(Math.max(0, m.index - 18), m.index),
    );
    const behind = scan.low.slice(m.index + m[0].length, m.index + m[0].length + OR_ELSE_REACH);
    // "Three weeks ago yesterday".
    const beside = m[3] ? /^ (today|yesterday)\b/.exec(behind) : null;
    if (beside?.[1] === 'yesterday' && size.days !== undefined && !size.approx) size.days += 1;
    const told = OR_ELSE.test(behind) ? { days: size.days ?? 0, approx: true } : size;
    const end = m.index + m[0].length + (beside?.[0].length ?? 0);
    add(scan, m.index, end, { kind: 'length', ...told, future }, m[3] ? 'ago' : undefined);
  }
  for (const m of matchesOf(VAGUE, scan.low)) {
    add(scan, m.index, m.index + m[0].length, vague(m[1] ?? '', unitOf(m[2] ?? '')), m[3] ? 'ago' : undefined);
  }
  for (const m of matchesOf(BARE_PLURAL, scan.low)) {
    const unit = m[1] === 'ages' ? 'year' : unitOf(m[1] ?? '');
    const min = unit === 'hour' || unit === 'minute' ? 0 : 2 * DAYS_IN[unit] - (unit === 'month' ? 2 : 0);
    add(scan, m.index, m.index + m[0].length, { kind: 'point', min, approx: true, future: false }, 'since');
  }
  for (const m of matchesOf(/\b(?:since|seit|depuis|desde)\s+(20\d\d)\b(?![.-])/g, scan.low)) {
    const year = Number(m[1]);
    if (year < yearOf(scan.today))
      add(scan, m.index + m[0].length - 4, m.index + m[0].length, wholeYear(scan, year), 'since');
  }
}

/** "Several months" is at least two; "a few days" is a guess. */
function vague(word: string, unit: Unit): Rough {
  const rough: Rough = { kind: 'length', approx: true, future: false };
  if (unit === 'hour' || unit === 'minute') return { ...rough, days: 0, min: 0, max: 1 };
  if (unit === 'day') return { ...rough, days: 3 };
  if (unit === 'month' || unit === 'year') return { ...rough, min: 2 * DAYS_IN[unit] - (unit === 'month' ? 2 : 0) };
  return { ...rough, days: /couple|paar/.test(word) ? 14 : 21 };
}

const agoOf = (scan: Scan, m: RegExpMatchArray): Lead | undefined =>
  /^\s*(?:ago|back)\b/.test(scan.low.slice((m.index ?? 0) + m[0].length, (m.index ?? 0) + m[0].length + 8))
    ? 'ago'
    : undefined;
