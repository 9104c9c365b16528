/** Days told from today: weekdays, yesterday, last week, seasons. */

import {
  addDays,
  earlier,
  latestYear,
  WEEKDAY_NAMES,
  WEEKDAY_SHORT,
  weekday,
  weekdayNumber,
  yearOf,
} from '../calendar.ts';
import { matchesOf } from '../matches.ts';
import { add, point, type Rough, type Scan, within } from './time.ts';

const WEEKDAY = new RegExp(
  `\\b(?:(last|previous|past|next|coming|this|letzten?|letztem|nachsten?|kommenden?|vorigen?|lundi dernier)\\s+)?(${WEEKDAY_NAMES})\\b(?:\\s+(last week|of last week|letzte woche|letzter woche|vorige woche|before last|dernier|derniere|prochain|proximo|pasado|next week))?`,
  'g',
);
const WEEKDAY_LED = new RegExp(`\\b(?:since|on|last|until|till|from|by)\\s+(${WEEKDAY_SHORT})\\b\\.?`, 'g');
const FORTNIGHT_DAYS = 14;
const RELATIVE_WORDS: readonly [RegExp, (scan: Scan) => Rough][] = [
  [/\b(?:a |one )?fortnight ago\b/g, (s) => point(s, addDays(s.today, -FORTNIGHT_DAYS))],
  [
    /\b(?:the )?day before yesterday\b|\bvorgestern\b|\bavant[- ]hier\b|\banteayer\b|\bantes de ayer\b|一昨日|前天/g,
    (s) => point(s, addDays(s.today, -2)),
  ],
  [
    /\byesterday\b|\b(?:last|late last) (?:evening|night)\b|\bgestern\b|\bletzte nacht\b|\bayer\b|\banoche\b|\b(?:depuis hier|d'hier)\b|\bhier (?:soir|matin|apres-midi)\b|(?<=\b(?:le|les|est|ete|avons|depuis)\b[^.\n]{0,60})\bhier\b|\bieri\b|\bgisteren\b|昨日|昨夜|昨天/g,
    (s) => point(s, addDays(s.today, -1)),
  ],
  [
    /\btoday\b|\bthis (?:morning|afternoon|noon|evening)\b|\btonight\b|\bheute(?! vor (?:genau |etwa |rund |ca )?\S+ (?:tag|woche|monat|jahr))(?: nacht| morgen| fruh)?\b|\baujourd'hui\b|\bce matin\b|\bhoy\b|\besta manana\b|\boggi\b|\bvandaag\b|\bjust now\b|\bright now\b|\ban hour ago\b|今日|今朝|今天/g,
    (s) => point(s, s.today),
  ],
  [/\b(?:tomorrow|morgen|demain|manana)\b/g, (s) => point(s, addDays(s.today, 1))],
  [
    /\b(?:last|previous|letzte[rn]?|vorige[rn]?) (?:week|woche)\b|\bla semaine derniere\b|\bla semana pasada\b|先週|上周/g,
    (s) => lastWeek(s),
  ],
  [
    /\bthis week\b|\bdiese(?:r)? woche\b|\bcette semaine\b|\besta semana\b/g,
    (s) => within(s, addDays(s.today, 1 - weekday(s.today)), s.today),
  ],
  [
    /\b(?:la semaine prochaine|la proxima semana|la semana que viene|le mois prochain)\b|\b(?:next|coming|nachste[ns]?|kommende[ns]?) (?:week|month|year|weekend|woche|wochenende|monat|jahr)\b/g,
    (s) => point(s, addDays(s.today, 7)),
  ],
  [
    /\b(?:last|this|past|the|letzte[sn]?|vergangene[sn]?|am|dem) (?:weekend|wochenende)\b|\bce week-?end\b|\bel fin de semana\b|\bweekend\b/g,
    (s) => lastWeekend(s),
  ],
  [/\b(?:last|previous|letzten|vorigen) (?:month|monat)\b|\ble mois dernier\b|\bel mes pasado\b/g, (s) => lastMonth(s)],
  [
    /\b(?:last|previous|letztes|letztem|voriges) (?:year|jahr)\b|\bl'annee derniere\b|\bel ano pasado\b/g,
    (s) => wholeYear(s, yearOf(s.today) - 1),
  ],
  [/\bnew year'?s?\b|\bneujahr\b/g, (s) => point(s, `${yearOf(s.today)}-01-01`)],
  [
    /\b(?:since|before|last|seit) (?:christmas|xmas|weihnachten)\b/g,
    (s) => within(s, `${yearOf(s.today) - 1}-12-24`, `${yearOf(s.today) - 1}-12-26`),
  ],
];

function lastWeek(s: Scan): Rough {
  const monday = addDays(s.today, -6 - weekday(s.today));
  return within(s, monday, addDays(monday, 6));
}
function lastWeekend(s: Scan): Rough {
  const sunday = addDays(s.today, -weekday(s.today) || -7);
  return within(s, addDays(sunday, -1), sunday);
}
function lastMonth(s: Scan): Rough {
  const last = addDays(`${s.today.slice(0, 8)}01`, -1);
  return within(s, `${last.slice(0, 8)}01`, last);
}
export const wholeYear = (s: Scan, year: number): Rough => within(s, `${year}-01-01`, `${year}-12-31`);

const SEASONS: readonly [string, number, number][] = [
  ['spring|fruhling|fruhjahr|printemps|primavera', 3, 6],
  ['summer|sommer|ete|verano', 6, 9],
  ['autumn|fall|herbst|automne|otono', 9, 12],
  ['winter|hiver|invierno', 12, 3],
];
const SEASON_WORDS = new RegExp(
  `\\b(?:since|last|this|in|during|over|seit dem|seit|im|letzten|depuis le|depuis l'|desde|in the|since the|over the)\\s*(${SEASONS.map(([w]) => w).join('|')})\\b`,
  'g',
);

function season(s: Scan, word: string): Rough | undefined {
  const found = SEASONS.find(([words]) => words.split('|').includes(word));
  if (!found) return undefined;
  const [, first, last] = found;
  const year = latestYear(first, 1, s.today);
  const end = addDays(`${last > first ? year : year + 1}-${String(last).padStart(2, '0')}-22`, 0);
  return within(s, `${year}-${String(first).padStart(2, '0')}-01`, earlier(end, s.today));
}

export function scanRelative(scan: Scan): void {
  for (const [re, read] of RELATIVE_WORDS) {
    for (const m of matchesOf(re, scan.low)) add(scan, m.index, m.index + m[0].length, read(scan));
  }
  for (const m of matchesOf(SEASON_WORDS, scan.low)) {
    const rough = season(scan, m[1] ?? '');
    if (rough) add(scan, m.index + m[0].length - (m[1] ?? '').length, m.index + m[0].length, rough);
  }
}

export function scanWeekdays(scan: Scan): void {
  const dayBack = (name: string, shift: number): string => {
    const back = (weekday(scan.today) - weekdayNumber(name) + 7) % 7 || 7;
    return addDays(scan.today, -back - shift);
  };
  for (const m of matchesOf(WEEKDAY, scan.low)) {
    const end = m.index + m[0].length;
    // "(Montag)" beside a date says nothing new.
    if (scan.times.some((t) => m.index - t.end <= 3 && t.start - end <= 2 && !t.approx)) continue;
    const around = `${m[1] ?? ''} ${m[3] ?? ''}`;
    if (/next|coming|nachst|kommend|prochain|proximo/.test(around)) {
      const coming = addDays(dayBack(m[2] ?? '', 0), 7);
      add(scan, m.index, end, point(scan, coming > scan.today ? coming : addDays(coming, 7)));
      continue;
    }
    const lastWeekToo = /last week|woche/.test(around) && weekdayNumber(m[2] ?? '') < weekday(scan.today);
    add(scan, m.index, end, point(scan, dayBack(m[2] ?? '', lastWeekToo ? 7 : 0)));
  }
  for (const m of matchesOf(WEEKDAY_LED, scan.low)) {
    const end = m.index + m[0].length;
    const at = end - (m[1] ?? '').length;
    // "On Sun 13 Sep": the date is told with its weekday.
    if (scan.times.some((t) => !t.approx && t.start >= end && t.start - end <= 2)) continue;
    add(scan, at, m.index + m[0].length, point(scan, dayBack(m[1] ?? '', 0)));
  }
}
