/**
 * Points in time and lengths of time in prose, counted against today. Exact ones carry a day or a number; those that
 * are certain within bounds ("september", "more than two months") carry the bounds; a guess carries neither.
 */
import {
  addDays,
  dayOf,
  daysBetween,
  earlier,
  lastOfMonth,
  latestYear,
  MONTH_NAMES,
  monthNumber,
  WEEKDAY_NAMES,
  WEEKDAY_SHORT,
  weekday,
  weekdayNumber,
  yearOf,
} from './calendar.ts';

export type Lead = 'since' | 'until' | 'ago' | 'for' | 'none';

export type Time = {
  start: number;
  end: number;
  /** A point counts back from today, a length says only how long. */
  kind: 'point' | 'length';
  lead: Lead;
  /** Whole days: back to the point, or the length. Absent where nothing but bounds is known. */
  days?: number;
  /** Certain bounds of the days, both inclusive. */
  min?: number;
  max?: number;
  /** Hedged, a range or a rounded unit: no exact date can be made of it. */
  approx: boolean;
  /** After today: a plan, never a past event. */
  future: boolean;
};

type Rough = Omit<Time, 'lead' | 'start' | 'end'>;

const NUMBER_WORDS: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  ein: 1,
  eine: 1,
  einem: 1,
  einer: 1,
  einen: 1,
  un: 1,
  une: 1,
  una: 1,
  uno: 1,
  two: 2,
  zwei: 2,
  deux: 2,
  dos: 2,
  three: 3,
  drei: 3,
  trois: 3,
  tres: 3,
  four: 4,
  vier: 4,
  quatre: 4,
  cuatro: 4,
  five: 5,
  funf: 5,
  cinq: 5,
  cinco: 5,
  six: 6,
  sechs: 6,
  seis: 6,
  seven: 7,
  sieben: 7,
  sept: 7,
  siete: 7,
  eight: 8,
  acht: 8,
  huit: 8,
  ocho: 8,
  nine: 9,
  neun: 9,
  neuf: 9,
  nueve: 9,
  ten: 10,
  zehn: 10,
  dix: 10,
  diez: 10,
  eleven: 11,
  twelve: 12,
  zwolf: 12,
  fourteen: 14,
  twenty: 20,
  thirty: 30,
  dreissig: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  ninety: 90,
};
const NUMBER = `\\d{1,4}|${Object.keys(NUMBER_WORDS)
  .sort((a, b) => b.length - a.length)
  .join('|')}`;
const UNIT =
  'days?|d|tage?n?|jours?|dias?|weeks?|wks?|w|wochen?|semaines?|semanas?|months?|mos?|monate?n?|mois|mes(?:es)?|years?|yrs?|jahre?n?|ans?|anos?|hours?|hrs?|h|stunden?|heures?|horas?|min(?:ute)?s?|minuten?';

const numberOf = (word: string): number => NUMBER_WORDS[word] ?? Number(word);

type Unit = 'hour' | 'day' | 'week' | 'month' | 'year';
function unitOf(word: string): Unit {
  if (/^(?:h$|ho|hr|st|heu|min)/.test(word)) return 'hour';
  if (/^(?:mon|mo$|mos$|mois|mes)/.test(word)) return 'month';
  if (/^(?:d|t|jo)/.test(word)) return 'day';
  if (/^(?:w|sem)/.test(word)) return 'week';
  return 'year';
}

const DAYS_IN: Record<Exclude<Unit, 'hour'>, number> = { day: 1, week: 7, month: 30, year: 365 };
/** "Two months" is said of anything from a month and a half to two and a half. */
const MONTH_SLACK_DAYS = 15;
const YEAR_SLACK_DAYS = 180;

/** An unhedged number of units. One month, or one year, is too round to be more than a guess. */
function plain(n: number, unit: Unit): Pick<Time, 'days' | 'min' | 'max' | 'approx'> {
  if (unit === 'hour')
    return { days: Math.floor(n / 24), min: Math.floor(n / 24), max: Math.ceil(n / 24), approx: n > 12 };
  const days = Math.round(n * DAYS_IN[unit]);
  if (unit === 'day' || unit === 'week') return { days, approx: false };
  const slack = unit === 'month' ? MONTH_SLACK_DAYS : YEAR_SLACK_DAYS;
  if (unit === 'month' && n < 2) return { days, approx: true };
  return { days, min: days - slack, max: days + slack, approx: true };
}

const HEDGE_BEFORE =
  /(?:about|around|approx\.?|approximately|ca\.?|circa|roughly|~|maybe|perhaps|probably|some|something like|almost|nearly|like|think|guess|believe|ungefahr|etwa|rund|fast|knapp|wohl|vielleicht|environ|a peu pres|presque|peut-etre|unos|unas|casi|aproximadamente|mas o menos|quizas)\s*(?:it (?:was|is|were)\s+|(?:since|for|seit|vor|il y a|hace|on|at|in|the)\s+)?$/;
const HEDGE_AFTER =
  /^\s*,?\s*(?:or so|or something|or more or less|more or less|i think|i guess|i believe|maybe|roughly|approx|not sure|unsure|could be|give or take|ungefahr|oder so|glaube? ich|denke ich|environ|je crois|je pense|mas o menos|creo|\?\?|-?ish)/;
const MORE_BEFORE =
  /(?:(more than|longer than|older than|over|>|beyond|past|mehr als|uber|langer als|plus de|mas de)|(at least|minimum|min\.|>=|not less than|mindestens|au moins|al menos))\s*$/;
const LESS_BEFORE =
  /(?:(less than|fewer than|under|below|<|just under|not even|weniger als|unter|keine|moins de|menos de)|(at most|max\.?|maximum|no more than|not more than|not longer than|<=|up to|hochstens|au plus|au maximum|maximal|no mas de))\s*$/;

const LEADS: readonly [Lead, RegExp][] = [
  [
    'since',
    /(?:since|seit(?:\s+dem)?|depuis(?:\s+le)?|desde(?:\s+el|\s+hace)?|ever since|starting|as of|from|ab|vom|von|du|a partir (?:de|du))\s*(?:the|about|around|ca\.?|approx\.?|roughly|like|early|late|mid|the end of|end of|begin(?:ning)? of|start of)?\s*$/,
  ],
  ['until', /(?:until|till?|til|up to|through|bis(?:\s+zum)?|jusqu'?(?:au|a)?|hasta(?:\s+el)?|to)\s*(?:the)?\s*$/],
  ['ago', /(?:vor|il y a|hace|ago)\s*(?:about|ca\.?|etwa|environ|unos)?\s*$/],
  [
    'for',
    /(?:for|over|during|wahrend|pendant|durante|for (?:the )?last|the (?:last|past)|last|past)\s*(?:the|about|around|almost|nearly|ca\.?|some|more than|over|at least)?\s*$/,
  ],
];

const BEFORE_WINDOW = 34;
const AFTER_WINDOW = 30;

const leadOf = (before: string): Lead => LEADS.find(([, re]) => re.test(before))?.[0] ?? 'none';

/** Applies hedges and "more than" of the words around to an unhedged reading. */
function hedged(rough: Rough, before: string, after: string): Rough {
  const more = MORE_BEFORE.exec(before);
  const less = LESS_BEFORE.exec(before);
  const low = rough.min ?? rough.days ?? 0;
  const high = rough.max ?? rough.days ?? 0;
  const { min: _min, max: _max, ...bare } = rough;
  const oneMonth = rough.approx && rough.min === undefined && rough.days === 30;
  if (more) return { ...bare, approx: true, min: oneMonth ? 29 : roundUnit(rough, low) + (more[1] ? 1 : 0) };
  if (less) return { ...bare, approx: true, min: 0, max: (oneMonth ? 31 : high) - (less[1] ? 1 : 0) };
  if (HEDGE_BEFORE.test(before) || HEDGE_AFTER.test(after)) return { ...bare, approx: true };
  return rough;
}

/** "More than two months" starts at the full two months, not at the rounding of "two months". */
const roundUnit = (rough: Rough, low: number): number =>
  rough.approx && rough.days !== undefined ? rough.days - Math.floor(rough.days / 60) : low;

type Scan = { low: string; today: string; times: Time[] };

function add(scan: Scan, start: number, end: number, rough: Rough, lead?: Lead): void {
  if (scan.times.some((t) => start < t.end && end > t.start)) return;
  const before = scan.low.slice(Math.max(0, start - BEFORE_WINDOW), start);
  const after = scan.low.slice(end, end + AFTER_WINDOW);
  const found = lead ?? leadOf(before);
  const words = hedged(rough, before, after);
  // "Since 34 days" names the point 34 days back.
  const kind = found === 'since' || found === 'ago' ? 'point' : words.kind;
  scan.times.push({ ...words, kind, start, end, lead: found });
}

function point(scan: Scan, day: string): Rough {
  const days = daysBetween(day, scan.today);
  return { kind: 'point', days, approx: false, future: days < 0 };
}

/** A day somewhere from `first` to `last`. */
function within(scan: Scan, first: string, last: string): Rough {
  const max = daysBetween(first, scan.today);
  const min = Math.max(0, daysBetween(last, scan.today));
  return { kind: 'point', min, max, days: Math.round((min + max) / 2), approx: true, future: max < 0 };
}

const ISO = /\b(20\d\d)-(\d\d)-(\d\d)(?:[t ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:z|[+-]\d\d:?\d\d)?)?/g;
const DOTTED = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(20\d\d|\d\d)(?![\d.]))?(?!\d)/g;
const SLASHED = /(?<![\d/.])(\d{1,2})([/-])(\d{1,2})\2(20\d\d|\d\d)(?![\d/])/g;
const YEAR_FIRST = /(?<![\d/.])(20\d\d)[/.](\d{1,2})[/.](\d{1,2})(?![\d/.])/g;
const DAY_MONTH = new RegExp(
  `(?<![\\d.:/])(\\d{1,2})(?:\\s?(st|nd|rd|th|er|\\.|ter|ten))?(?:\\s*(?:-|to|bis|au|al|until|till)\\s*(\\d{1,2})(?:st|nd|rd|th|\\.)?)?[\\s-]*(of|de|du|des)?\\s*(${MONTH_NAMES})\\b\\.?(?:\\s*,?\\s*(?:de\\s+|del\\s+)?-?(20\\d\\d)\\b)?`,
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
const WEEKDAY = new RegExp(
  `\\b(?:(last|previous|past|next|coming|this|letzten?|letztem|nachsten?|kommenden?|vorigen?|lundi dernier)\\s+)?(${WEEKDAY_NAMES})\\b(?:\\s+(last week|of last week|letzte woche|letzter woche|vorige woche|before last|dernier|derniere|prochain|proximo|pasado|next week))?`,
  'g',
);
const WEEKDAY_LED = new RegExp(`\\b(?:since|on|last|until|till|from|by)\\s+(${WEEKDAY_SHORT})\\b\\.?`, 'g');
const FORTNIGHT_DAYS = 14;
const RELATIVE_WORDS: readonly [RegExp, (scan: Scan) => Rough][] = [
  [/\b(?:a |one )?fortnight ago\b/g, (s) => point(s, addDays(s.today, -FORTNIGHT_DAYS))],
  [
    /\b(?:the )?day before yesterday\b|\bvorgestern\b|\bavant[- ]hier\b|\banteayer\b|\bantes de ayer\b/g,
    (s) => point(s, addDays(s.today, -2)),
  ],
  [
    /\byesterday\b|\b(?:last|late last) (?:evening|night)\b|\bgestern\b|\bletzte nacht\b|\bayer\b|\banoche\b|\b(?:depuis hier|d'hier)\b|\bhier (?:soir|matin|apres-midi)\b|(?<=\b(?:le|les|est|ete|avons|depuis)\b[^.\n]{0,60})\bhier\b|\bieri\b/g,
    (s) => point(s, addDays(s.today, -1)),
  ],
  [
    /\btoday\b|\bthis (?:morning|afternoon|noon|evening)\b|\btonight\b|\bheute(?: nacht| morgen| fruh)?\b|\baujourd'hui\b|\bce matin\b|\bhoy\b|\besta manana\b|\boggi\b|\bjust now\b|\bright now\b|\ban hour ago\b/g,
    (s) => point(s, s.today),
  ],
  [/\b(?:tomorrow|morgen|demain|manana)\b/g, (s) => point(s, addDays(s.today, 1))],
  [
    /\b(?:last|previous|letzte[rn]?|vorige[rn]?) (?:week|woche)\b|\bla semaine derniere\b|\bla semana pasada\b/g,
    (s) => lastWeek(s),
  ],
  [
    /\bthis week\b|\bdiese(?:r)? woche\b|\bcette semaine\b|\besta semana\b/g,
    (s) => within(s, addDays(s.today, 1 - weekday(s.today)), s.today),
  ],
  [
    /\b(?:next|coming|nachste[ns]?|kommende[ns]?) (?:week|month|year|weekend|woche|wochenende|monat|jahr)\b/g,
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
const wholeYear = (s: Scan, year: number): Rough => within(s, `${year}-01-01`, `${year}-12-31`);

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

function dateOf(scan: Scan, date: number, month: number, year: string | undefined): string | undefined {
  if (year !== undefined) return dayOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, date);
  return dayOf(latestYear(month, date, scan.today), month, date);
}

const yearIfAny = (m: RegExpMatchArray, i: number): string | undefined => m[i];

/** A modal verb, not the month: "node 3 may be". */
const MAY_VERB = /^\s+(?:be|have|not|need|also|fail|take|get|cause|help|still|only|well|or)\b/;

function scanDates(scan: Scan): void {
  const { low } = scan;
  for (const m of low.matchAll(ISO)) addDay(scan, m, dayOf(Number(m[1]), Number(m[2]), Number(m[3])));
  for (const m of low.matchAll(YEAR_FIRST)) addDay(scan, m, dayOf(Number(m[1]), Number(m[2]), Number(m[3])));
  for (const m of low.matchAll(DOTTED)) addDay(scan, m, dateOf(scan, Number(m[1]), Number(m[2]), m[3]));
  for (const m of low.matchAll(SLASHED)) addSlashed(scan, m);
  for (const m of low.matchAll(DAY_MONTH)) {
    const end = m.index + m[0].length;
    if (m[5] === 'may' && !m[2] && !m[4] && !m[6] && MAY_VERB.test(low.slice(end))) continue;
    addRange(scan, m, { first: Number(m[1]), last: m[3], month: monthNumber(m[5] ?? ''), year: yearIfAny(m, 6) });
  }
  for (const m of low.matchAll(MONTH_DAY)) {
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

function scanShort(scan: Scan): void {
  const place = (m: RegExpMatchArray, digits: number): [number, number] => {
    const end = (m.index ?? 0) + m[0].length;
    return [end - digits, end];
  };
  for (const m of scan.low.matchAll(ORDINAL)) {
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
  for (const m of scan.low.matchAll(SHORT_DOTTED)) {
    const [start, end] = place(m, `${m[1]}.${m[2]}`.length);
    const day = dateOf(scan, Number(m[1]), Number(m[2]), undefined);
    if (day) add(scan, start, end, point(scan, day));
  }
  for (const m of scan.low.matchAll(SHORT_SLASHED))
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

/** Day and month in an unknown order: exact only where one order is impossible, or both are the same day. */
function addSlashed(scan: Scan, m: RegExpMatchArray): void {
  const [a, b, year] = [Number(m[1]), Number(m[3]), m[4]];
  const days = [dateOf(scan, a, b, year), dateOf(scan, b, a, year)].filter(
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

function scanMonths(scan: Scan): void {
  for (const m of scan.low.matchAll(MONTH_ONLY)) {
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

function scanWeekdays(scan: Scan): void {
  const dayBack = (name: string, shift: number): string => {
    const back = (weekday(scan.today) - weekdayNumber(name) + 7) % 7 || 7;
    return addDays(scan.today, -back - shift);
  };
  for (const m of scan.low.matchAll(WEEKDAY)) {
    const end = m.index + m[0].length;
    // "(Montag)" beside a date says nothing new.
    if (scan.times.some((t) => m.index - t.end <= 3 && t.start - end <= 2 && !t.approx)) continue;
    const around = `${m[1] ?? ''} ${m[3] ?? ''}`;
    if (/next|coming|nachst|kommend|prochain|proximo/.test(around)) {
      add(scan, m.index, end, point(scan, addDays(dayBack(m[2] ?? '', 0), 7)));
      continue;
    }
    const lastWeekToo = /last week|woche/.test(around) && weekdayNumber(m[2] ?? '') < weekday(scan.today);
    add(scan, m.index, end, point(scan, dayBack(m[2] ?? '', lastWeekToo ? 7 : 0)));
  }
  for (const m of scan.low.matchAll(WEEKDAY_LED)) {
    const at = m.index + m[0].length - (m[1] ?? '').length;
    add(scan, at, m.index + m[0].length, point(scan, dayBack(m[1] ?? '', 0)));
  }
}

const RANGE = new RegExp(
  `(?<![\\w.:/])(${NUMBER})\\s*(?:-|\\b(?:to|bis|or|oder|ou|a|o)\\b)\\s*(${NUMBER})\\b\\s*(${UNIT})\\b`,
  'g',
);
const AMOUNT = new RegExp(
  `(?<![\\w.:/-])(\\d{1,4}|(?:${NUMBER})(?=[\\s-]))(?:\\s?(?:1/2|and a half))?[\\s-]?(?:full |whole |good |ganze |gute |calendar )?(${UNIT})\\b(\\s*(?:ago|back|earlier|zuvor|before now)\\b)?`,
  'g',
);
const VAGUE = new RegExp(
  `\\b(couple(?: of)?|few|several|some|many|paar|einige|mehrere|quelques|plusieurs|unos|unas|algunos|algunas|varias|varios)\\s+(${UNIT})\\b(\\s*(?:ago|back)\\b)?`,
  'g',
);
const BARE_PLURAL =
  /\b(?:for|since|seit|depuis|desde hace|over)\s+(weeks|months|years|ages|wochen|monaten|jahren|semanas|meses)\b/g;

function scanAmounts(scan: Scan): void {
  for (const m of scan.low.matchAll(RANGE)) {
    const days = ((numberOf(m[1] ?? '') + numberOf(m[2] ?? '')) / 2) * (plain(1, unitOf(m[3] ?? '')).days ?? 0);
    add(
      scan,
      m.index,
      m.index + m[0].length,
      { kind: 'length', days: Math.round(days), approx: true, future: false },
      agoOf(scan, m),
    );
  }
  for (const m of scan.low.matchAll(AMOUNT)) {
    const half = /1\/2|and a half/.test(m[0]) ? 0.5 : 0;
    const size = plain(numberOf(m[1] ?? '') + half, unitOf(m[2] ?? ''));
    const future = /\b(?:in|within|innerhalb|binnen|dans|en)\s+(?:the next\s+)?$/.test(
      scan.low.slice(Math.max(0, m.index - 18), m.index),
    );
    add(scan, m.index, m.index + m[0].length, { kind: 'length', ...size, future }, m[3] ? 'ago' : undefined);
  }
  for (const m of scan.low.matchAll(VAGUE)) {
    add(scan, m.index, m.index + m[0].length, vague(m[1] ?? '', unitOf(m[2] ?? '')), m[3] ? 'ago' : undefined);
  }
  for (const m of scan.low.matchAll(BARE_PLURAL)) {
    const unit = m[1] === 'ages' ? 'year' : unitOf(m[1] ?? '');
    const min = unit === 'hour' ? 0 : 2 * DAYS_IN[unit] - (unit === 'month' ? 2 : 0);
    add(scan, m.index, m.index + m[0].length, { kind: 'point', min, approx: true, future: false }, 'since');
  }
  for (const m of scan.low.matchAll(/\b(?:since|seit|depuis|desde)\s+(20\d\d)\b(?![.-])/g)) {
    const year = Number(m[1]);
    if (year < yearOf(scan.today))
      add(scan, m.index + m[0].length - 4, m.index + m[0].length, wholeYear(scan, year), 'since');
  }
}

/** "Several months" is at least two; "a few days" is a guess. */
function vague(word: string, unit: Unit): Rough {
  const rough: Rough = { kind: 'length', approx: true, future: false };
  if (unit === 'hour') return { ...rough, days: 0, min: 0, max: 1 };
  if (unit === 'day') return { ...rough, days: 3 };
  if (unit === 'month' || unit === 'year') return { ...rough, min: 2 * DAYS_IN[unit] - (unit === 'month' ? 2 : 0) };
  return { ...rough, days: /couple|paar/.test(word) ? 14 : 21 };
}

const agoOf = (scan: Scan, m: RegExpMatchArray): Lead | undefined =>
  /^\s*(?:ago|back)\b/.test(scan.low.slice((m.index ?? 0) + m[0].length, (m.index ?? 0) + m[0].length + 8))
    ? 'ago'
    : undefined;

const CORRECTION =
  /\b(?:correction|sorry|no wait|wait|wrong|i mean|i meant|rather|actually|korrektur|pardon|perdon|quatsch|oops|ups|typo)\b/;
/** A correction follows what it corrects within so many characters. */
const CORRECTION_REACH = 40;

/** "Since 17 October, correction: 27 October": the second value takes the place of the first. */
function corrected(scan: Scan): Time[] {
  const kept: Time[] = [];
  for (const t of scan.times.sort((a, b) => a.start - b.start)) {
    const before = kept.at(-1);
    const between = before ? scan.low.slice(before.end, t.start) : '';
    if (!before || between.length > CORRECTION_REACH || !CORRECTION.test(between)) kept.push(t);
    else kept[kept.length - 1] = { ...t, kind: before.kind, lead: before.lead, start: before.start, end: before.end };
  }
  return kept;
}

/** "Between 1 October and 6 November": the second time ends what the first began. */
function pairs(scan: Scan): Time[] {
  const times = corrected(scan);
  return times.map((t, i) => {
    const [previous, next] = [times[i - 1], times[i + 1]];
    const joins = (a: Time | undefined, b: Time | undefined): boolean =>
      a !== undefined &&
      b !== undefined &&
      /^\s*(?:and|und|et|y)\s+(?:the |dem |le |el )?$/.test(scan.low.slice(a.end, b.start)) &&
      /\b(?:between|zwischen|entre)\s+(?:the |dem |le |el )?$/.test(scan.low.slice(Math.max(0, a.start - 18), a.start));
    if (joins(t, next)) return { ...t, lead: 'since' as const };
    return joins(previous, t) ? { ...t, lead: 'until' as const } : t;
  });
}

/** All times in folded prose, in the order of the text, never overlapping. */
export function timesIn(low: string, today: string): Time[] {
  const scan: Scan = { low, today, times: [] };
  scanDates(scan);
  scanMonths(scan);
  scanShort(scan);
  scanAmounts(scan);
  for (const [re, read] of RELATIVE_WORDS) {
    for (const m of low.matchAll(re)) add(scan, m.index, m.index + m[0].length, read(scan));
  }
  for (const m of low.matchAll(SEASON_WORDS)) {
    const rough = season(scan, m[1] ?? '');
    if (rough) add(scan, m.index + m[0].length - (m[1] ?? '').length, m.index + m[0].length, rough);
  }
  scanWeekdays(scan);
  return pairs(scan).sort((a, b) => a.start - b.start);
}

/** The exact day of a point, where there is one. */
export const exactDay = (time: Time, today: string): string | undefined =>
  time.kind === 'point' && !time.approx && time.days !== undefined && time.days >= 0
    ? addDays(today, -time.days)
    : undefined;
