/** A time as it is read, and the words around it that lead to it or hedge it. */
import { addDays, daysBetween } from '../calendar.ts';

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

/** A reading before the words around it were weighed. */
export type Rough = Omit<Time, 'lead' | 'start' | 'end'>;

const HEDGE_BEFORE =
  /(?:about|around|approx\.?|approximately|ca\.?|circa|roughly|more or less|~|maybe|perhaps|probably|some|something like|almost|nearly|like|think|guess|believe|ungefahr|etwa|rund|fast|knapp|wohl|vielleicht|environ|a peu pres|presque|peut-etre|unos|unas|casi|aproximadamente|mas o menos|quizas)\s*(?:it (?:was|is|were)\s+|(?:since|for|seit|vor|il y a|hace|on|at|in|the)\s+)?$/;
const HEDGE_AFTER =
  /^\s*,?\s*(?:or so|or something|or more or less|more or less|i think|i guess|i believe|maybe(?=\s*(?:$|[.,;!?)]|\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|more|less|longer|a)\b))|roughly|approx|not sure|unsure|could be|give or take|ungefahr|oder so|glaube? ich|denke ich|environ|je crois|je pense|mas o menos|creo|\?\?|-?ish)/;
const MORE_BEFORE =
  /(?:(more than|longer than|older than|over|(?<![-=])>|beyond|past|mehr als|uber|langer als|plus de|mas de)|(at least|minimum|min\.|>=|not less than|mindestens|au moins|al menos))\s*$/;
const LESS_BEFORE =
  /(?:(less than|fewer than|under|below|<|just under|not even|weniger als|unter|keine|moins de|menos de)|(at most|max\.?|maximum|no more than|not more than|not longer than|<=|up to|hochstens|au plus|au maximum|maximal|no mas de))\s*$/;
/** "Not a month yet", "not quite five weeks yet". */
const NOT_BEFORE = /\b(not|noch keine?n?|pas encore|todavia no)(?: (?:quite|even|full))?\s*$/;
const NOT_YET = /^\s*(?:yet\b|$|[.,;])/;

const LEADS: readonly [Lead, RegExp][] = [
  [
    'since',
    /(?:since|seit(?:\s+de[mrn])?|depuis(?:\s+l[ea])?|desde(?:\s+el|\s+hace)?|sinds|sedert|dal(?:lo|l')?|da|ever since|starting|as of|from|ab|vom|von|du|a partir (?:de|du))\s*(?:the|about|around|exactly|precisely|genau|ca\.?|approx\.?|roughly|like|early|late|mid|the end of|end of|begin(?:ning)? of|start of)?\s*$/,
  ],
  [
    'until',
    /(?:until|till?|til|up to|through|bis(?:\s+zum)?|tot|fino (?:al|a)|jusqu'?(?:au|a)?|hasta(?:\s+el)?|to)\s*(?:the)?\s*$/,
  ],
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
  const less = LESS_BEFORE.exec(before) ?? (NOT_YET.test(after) ? NOT_BEFORE.exec(before) : null);
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

const AHEAD =
  /\b(?:ends?|ending|due|expires?|lasts? (?:until|till)|stays? \w+ (?:until|till)|until|till|planned (?:for|on)|scheduled (?:for|on)|coming)\s+(?:on |the )*$/;
/** A day this long past was rather meant of the coming year. */
const AHEAD_DAYS = 300;

/** "Until Monday 16 November": the weekday only says again which day it is. */
const WEEKDAY_BESIDE = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?$/;

/** What has been found so far; earlier finds keep their place. */
export type Scan = { low: string; today: string; times: Time[] };

export function add(scan: Scan, start: number, end: number, rough: Rough, lead?: Lead): void {
  if (scan.times.some((t) => start < t.end && end > t.start)) return;
  const before = scan.low.slice(Math.max(0, start - BEFORE_WINDOW), start).replace(WEEKDAY_BESIDE, '');
  const after = scan.low.slice(end, end + AFTER_WINDOW);
  const found = lead ?? leadOf(before);
  const words = hedged(rough, before, after);
  // "Since 34 days" names the point 34 days back.
  // "Ends 30 November" without a year, said in November, is the one to come.
  const isAhead = AHEAD.test(before) && words.kind === 'point' && (words.days ?? 0) > AHEAD_DAYS;
  const kind = found === 'since' || found === 'ago' ? 'point' : words.kind;
  scan.times.push({ ...words, future: words.future || isAhead, kind, start, end, lead: found });
}

export function point(scan: Scan, day: string): Rough {
  const days = daysBetween(day, scan.today);
  return { kind: 'point', days, approx: false, future: days < 0 };
}

/** A day somewhere from `first` to `last`. */
export function within(scan: Scan, first: string, last: string): Rough {
  const max = daysBetween(first, scan.today);
  const min = Math.max(0, daysBetween(last, scan.today));
  return { kind: 'point', min, max, days: Math.round((min + max) / 2), approx: true, future: max < 0 };
}

/** The exact day of a point, where there is one. */
export const exactDay = (time: Time, today: string): string | undefined =>
  time.kind === 'point' && !time.approx && time.days !== undefined && time.days >= 0
    ? addDays(today, -time.days)
    : undefined;
