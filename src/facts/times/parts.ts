/** Times told by a part of the year: a calendar week, "the first week of July", the end of a quarter, a Japanese month. */

import {
  addDays,
  dayOf,
  earlier,
  lastOfMonth,
  latestYear,
  MONTH_NAMES,
  monthNumber,
  weekday,
  yearOf,
} from '../calendar.ts';
import { matchesOf } from '../matches.ts';
import { add, type Lead, point, type Scan, within } from './time.ts';

const WEEKS_MAX = 53;
const WEEKDAY_REACH = 24;
const CALENDAR_WEEK =
  /\b(?:(?:kw|cw|calendar week|kalenderwoche)\s?|(?:(?<=\b(?:since|until|till|from|in|of|by|for)\s)|(?<=\b(?:depuis la|desde la|la)\s))(?:week|wk|semaine|semana)\s)(\d{1,2})\b(?!\s?(?:nodes?|pods?|vms?|%))(?:\s?[/ ]\s?(20\d\d)\b)?/g;
const PART_OF_MONTH = new RegExp(
  `\\b(first|1st|second|2nd|third|3rd|last|erste[nrs]?|zweite[nr]?|letzte[nrs]?|premiere|derniere|primera|ultima)\\s+(week(?:end)?|woche(?:nende)?|(?:few )?days|semaine|semana)\\s+(?:of|in|im|de|du|d'|des|vom)?\\s*(?:the )?(${MONTH_NAMES})\\b\\.?(?:\\s+(20\\d\\d))?`,
  'g',
);
const QUARTER =
  /\b(?:(end|ende|fin|start|beginning|begin|anfang|mid|mitte)\s+(?:of\s+|de\s+|von\s+)?)?q([1-4])\b(?:\s?[/ ']\s?(20\d\d|\d\d)\b)?/g;
const JAPANESE =
  /(?<![\d年])(?<!年\s)(\d{1,2})\s?月(?:\s?(\d{1,2})\s?日)?(?:\s?(上旬|中旬|下旬|初め|末))?\s?(から|以来|より|まて)?/g;

/** Monday of an ISO week: the week that holds 4 January is the first. */
function mondayOf(year: number, week: number): string {
  const fourth = `${year}-01-04`;
  const offset = (weekday(fourth) + 6) % 7;
  return addDays(fourth, (week - 1) * 7 - offset);
}

/** "Monday of week 42". */
const WEEKDAY_IN_FRONT =
  /\b(mon(?:day)?|montag|lundi|lunes|tue(?:s|sday)?|dienstag|mardi|martes|wed(?:nesday)?|mittwoch|mercredi|miercoles|thu(?:rs|rsday)?|donnerstag|jeudi|jueves|fri(?:day)?|freitag|vendredi|viernes|sat(?:urday)?|samstag|samedi|sabado|sun(?:day)?|sonntag|dimanche|domingo)[ ,]+(?:(?:of|in|der|de|la|the|dans) ){0,2}$/;
const WEEKDAYS = [
  'mon|lun',
  'tue|die|mar',
  'wed|mit|mer|mie',
  'thu|don|jeu|jue',
  'fri|fre|ven|vie',
  'sat|sam|sab',
  'sun|son|dim|dom',
];

function addWeek(scan: Scan, m: RegExpMatchArray): void {
  const week = Number(m[1]);
  if (week < 1 || week > WEEKS_MAX) return;
  const thisYear = yearOf(scan.today);
  const isAhead = mondayOf(thisYear, week) > scan.today;
  const monday = mondayOf(m[2] ? Number(m[2]) : isAhead ? thisYear - 1 : thisYear, week);
  const start = m.index ?? 0;
  const end = start + m[0].length;
  const named = WEEKDAY_IN_FRONT.exec(scan.low.slice(Math.max(0, start - WEEKDAY_REACH), start));
  const offset = named ? WEEKDAYS.findIndex((names) => new RegExp(`^(?:${names})`).test(named[1] ?? '')) : -1;
  if (named && offset >= 0) add(scan, start - named[0].length, end, point(scan, addDays(monday, offset)));
  else add(scan, start, end, within(scan, monday, earlier(addDays(monday, 6), scan.today)));
}

/** First and last day of the month that the words cover. */
const PARTS: readonly [RegExp, number, number][] = [
  [/^(?:first|1st|erste|premiere|primera)/, 1, 7],
  [/^(?:second|2nd|zweite)/, 8, 14],
  [/^(?:third|3rd)/, 15, 21],
];
/** A weekend may reach over the end of its week. */
const WEEKEND_SLACK = 2;

function addPartOfMonth(scan: Scan, m: RegExpMatchArray): void {
  const month = monthNumber(m[3] ?? '');
  const year = m[4] ? Number(m[4]) : latestYear(month, 1, scan.today);
  const slack = /end/.test(m[2] ?? '') ? WEEKEND_SLACK : 0;
  const part = PARTS.find(([re]) => re.test(m[1] ?? ''));
  const last = lastOfMonth(year, month);
  const first = part ? dayOf(year, month, part[1]) : addDays(last, -6 - slack);
  const end = part ? dayOf(year, month, part[2] + slack) : last;
  const start = m.index ?? 0;
  if (first && end && first <= scan.today)
    add(scan, start, start + m[0].length, within(scan, first, earlier(end, scan.today)));
}

const MONTHS_IN_QUARTER = 3;

function addQuarter(scan: Scan, m: RegExpMatchArray): void {
  const first = (Number(m[2]) - 1) * MONTHS_IN_QUARTER + 1;
  const part = m[1] ?? '';
  const from = /^(?:end|ende|fin)/.test(part) ? first + 2 : /^mi/.test(part) ? first + 1 : first;
  const to = /^(?:start|begin|anfang)/.test(part) ? first : /^mi/.test(part) ? first + 1 : first + 2;
  const year = m[3] ? 2000 + (Number(m[3]) % 100) : latestYear(from, 1, scan.today);
  const start = m.index ?? 0;
  const day = dayOf(year, from, 1);
  if (day) add(scan, start, start + m[0].length, within(scan, day, earlier(lastOfMonth(year, to), scan.today)));
}

const THIRDS: Record<string, [number, number]> = {
  上旬: [1, 10],
  初め: [1, 10],
  中旬: [11, 20],
  下旬: [21, 31],
  末: [21, 31],
};

/** "8月から": the word that leads to the time stands behind it. */
function addJapanese(scan: Scan, m: RegExpMatchArray): void {
  const month = Number(m[1]);
  if (month < 1 || month > 12) return;
  const lead: Lead = m[4] === 'まて' ? 'until' : m[4] === undefined ? 'none' : 'since';
  const start = m.index ?? 0;
  const year = latestYear(month, Number(m[2] ?? 1), scan.today);
  const [from, to] = THIRDS[m[3] ?? ''] ?? [1, 31];
  const day = dayOf(year, month, m[2] === undefined ? from : Number(m[2]));
  if (!day) return;
  const last = dayOf(year, month, to) ?? lastOfMonth(year, month);
  const rough = m[2] === undefined ? within(scan, day, earlier(last, scan.today)) : point(scan, day);
  add(scan, start, start + m[0].length, rough, lead);
}

/** Days that people name instead of a date, as `MM-DD`; Easter moves. */
const HOLIDAYS: readonly [string, string][] = [
  ['(?:labou?r day|tag der arbeit|(?:la )?fete du travail|dia del trabajo)', '05-01'],
  ['(?:4th of july|fourth of july|independence day)', '07-04'],
  ['(?:14 juillet|bastille day)', '07-14'],
  ['(?:assumption(?: day)?|maria himmelfahrt|ferragosto|(?:l.)?assomption|la asuncion)', '08-15'],
  ['(?:tag der deutschen einheit|german unity day|day of german unity)', '10-03'],
  ['(?:dia de la hispanidad|columbus day)', '10-12'],
  ['(?:reformationstag|halloween)', '10-31'],
  ['(?:all saints(?:. day)?|allerheiligen|(?:la )?toussaint|todos los santos)', '11-01'],
  ['(?:armistice(?: day)?|martinstag|veterans day)', '11-11'],
  ['(?:christmas(?: eve)?|xmas|weihnachten|noel|navidad)', '12-24'],
];
const HOLIDAY_WORDS = HOLIDAYS.map(
  ([words, date]) =>
    [
      new RegExp(
        `\\b${words}\\b(?! (?:markets?|part(?:y|ies)|shops?|trees?|business|sales?|freeze|project|decoration))`,
        'g',
      ),
      date,
    ] as const,
);
const EASTER = /\b(?:easter(?: sunday| monday)?|ostern|paques|pascua)\b/g;

/** Easter Sunday by the Gregorian computus (anonymous algorithm, as in Meeus, Astronomical Algorithms). */
function easterOf(year: number): string {
  const golden = year % 19;
  const [century, ofCentury] = [Math.floor(year / 100), year % 100];
  const lunar = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - lunar + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  return addDays(`${year}-03-22`, epact + toSunday - 7 * late);
}

/** "Since Christmas" is said of the days around it. */
const HOLIDAY_SLACK_DAYS = 2;

function addHoliday(scan: Scan, m: RegExpMatchArray, dayIn: (year: number) => string): void {
  const year = yearOf(scan.today);
  const day = [dayIn(year), dayIn(year - 1)].find((d) => d <= scan.today);
  const start = m.index ?? 0;
  if (!day) return;
  const [first, last] = [addDays(day, -HOLIDAY_SLACK_DAYS), addDays(day, HOLIDAY_SLACK_DAYS)];
  add(scan, start, start + m[0].length, within(scan, first, earlier(last, scan.today)));
}

/** "40日間", "6週間", "2か月": the unit stands behind without a blank. */
const JAPANESE_LENGTH = /(?<![\d月年.:/-])(\d{1,3})\s?(日間|週間|か月|ヶ月|カ月|ヵ月|天|周|个月)(前)?/g;
const JAPANESE_DAYS: Record<string, number> = { 日間: 1, 天: 1, 週間: 7, 周: 7 };
const MONTH_DAYS = 30;
const MONTH_SLACK_DAYS = 15;

function addJapaneseLength(scan: Scan, m: RegExpMatchArray): void {
  const [n, unit] = [Number(m[1]), JAPANESE_DAYS[m[2] ?? '']];
  const days = n * (unit ?? MONTH_DAYS);
  const isRough = unit === undefined;
  const bounds = isRough && n > 1 ? { min: days - MONTH_SLACK_DAYS, max: days + MONTH_SLACK_DAYS } : {};
  const start = m.index ?? 0;
  const rough = { kind: 'length' as const, days, ...bounds, approx: isRough, future: false };
  add(scan, start, start + m[0].length, rough, m[3] ? 'ago' : undefined);
}

export function scanParts(scan: Scan): void {
  for (const m of matchesOf(JAPANESE_LENGTH, scan.low)) addJapaneseLength(scan, m);
  for (const m of matchesOf(CALENDAR_WEEK, scan.low)) addWeek(scan, m);
  for (const m of matchesOf(PART_OF_MONTH, scan.low)) addPartOfMonth(scan, m);
  for (const m of matchesOf(QUARTER, scan.low)) addQuarter(scan, m);
  for (const m of matchesOf(JAPANESE, scan.low)) addJapanese(scan, m);
  for (const [re, date] of HOLIDAY_WORDS)
    for (const m of matchesOf(re, scan.low)) addHoliday(scan, m, (year) => `${year}-${date}`);
  for (const m of matchesOf(EASTER, scan.low)) addHoliday(scan, m, easterOf);
}
