/**
 * Points in time and lengths of time in prose, counted against today. Exact ones carry a day or a number; those that
 * are certain within bounds ("september", "more than two months") carry the bounds; a guess carries neither.
 */
import { scanAmounts } from './times/amounts.ts';
import { scanDates, scanMonths, scanShort } from './times/dates.ts';
import { scanParts } from './times/parts.ts';
import { scanRelative, scanWeekdays } from './times/relative.ts';
import type { Scan, Time } from './times/time.ts';

export { exactDay, type Lead, type Time } from './times/time.ts';

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

/** "45 days older … typo, 54 not 45": the number alone takes the place of the one before. */
const NUMBER_PUT_RIGHT =
  /^[^;\d]{0,50}\b(?:typo|correction|sorry|i meant?|no wait|wait)\b[^\d\n]{0,12}(\d{1,3})(?:,? (?:and )?(?:not|instead of|statt|pas|no) \d{1,3})?(?=\s*(?:$|[.;,!)\n]))/;
const IN_DAYS = /\b(?:days?|tagen?|jours?|dias?)\b/;

function putRight(low: string, t: Time): Time {
  const said = t.kind === 'length' && !t.approx && IN_DAYS.test(low.slice(t.start, t.end));
  const number = said ? NUMBER_PUT_RIGHT.exec(low.slice(t.end, t.end + 2 * CORRECTION_REACH))?.[1] : undefined;
  return number === undefined ? t : { ...t, days: Number(number) };
}

const OR = /^\s*,?\s*(?:or|oder|ou|o)(?: (?:on|since|from|maybe))?(?: the)?\s*$/;

/** "The log says 3 October, but Martin swears 27 October": two people, two days. */
const CONTRADICTED =
  /\b(?:but|while|aber|mais|pero)\b[^.;\n]{0,40}\b(?:says?|said|swears?|thinks?|claims?|believes?|remembers?|insists?|is sure|sagt|meint|schwort|dit|jure|dice|jura)\b[^.;\n]{0,40}$/;

/** "04/11/2026 or 11/04": which of them is open, so neither is more than a guess. */
function eitherOr(low: string, times: readonly Time[]): Time[] {
  return times.map((t, i) => {
    const [before, next] = [times[i - 1], times[i + 1]];
    const isEither =
      (next !== undefined && isAlternative(low.slice(t.end, next.start))) ||
      (before !== undefined && isAlternative(low.slice(before.end, t.start)));
    return isEither && t.kind === 'point' && !t.future ? { ...t, approx: true } : t;
  });
}

/** "Off since 2 October, I'd say since 20 October". */
const I_SAY =
  /^\s?[,;-]? ?(?:and )?(?:i(?:'d| would)? (?:say|think|swear|believe)|(?:the |an)?others? (?:says?|said|thinks?|thought))\b[^.;\n]{0,30}$/;

const isAlternative = (between: string): boolean =>
  OR.test(between) || CONTRADICTED.test(between) || I_SAY.test(between);

const isExactPoint = (t: Time): boolean => t.kind === 'point' && !t.approx;

/** "Between 1 October and 6 November", "5 Oct - 9 Nov": the second time ends what the first began. */
function isPair(low: string, a: Time | undefined, b: Time | undefined): boolean {
  if (!a || !b) return false;
  const between = low.slice(a.end, b.start);
  const before = low.slice(Math.max(0, a.start - 18), a.start);
  const isBetween = /\b(?:between|zwischen|entre)\s+(?:the |dem |le |el )?$/.test(before);
  if (isBetween && /^\s*(?:and|und|et|y)\s+(?:the |dem |le |el )?$/.test(between)) return true;
  const isOrdered = isExactPoint(a) && isExactPoint(b) && (a.days ?? 0) > (b.days ?? 0);
  return isOrdered && /^\s*(?:-{1,2}>?|=>|→|–|—|to|thru|through|till|until|bis|au|al|hasta)\s*$/.test(between);
}

function paired(low: string, times: readonly Time[]): Time[] {
  return times.map((t, i) => {
    if (isPair(low, t, times[i + 1])) return { ...t, lead: 'since' as const };
    return isPair(low, times[i - 1], t) ? { ...t, lead: 'until' as const } : t;
  });
}

/** "On Halloween (31 October)", "last week, on 12 November": the day behind says what was meant. */
const explained = (low: string, times: readonly Time[]): Time[] =>
  times.filter((t, i) => {
    const next = times[i + 1];
    if (!t.approx || !next || !isExactPoint(next) || next.days === undefined) return true;
    const isInside = next.days >= (t.min ?? 0) && next.days <= (t.max ?? -1);
    return !isInside || !/^\s?(?:\(|, ?)(?:on |the )*$/.test(low.slice(t.end, next.start));
  });

/** All times in folded prose, in the order of the text, never overlapping. */
export function timesIn(low: string, today: string): Time[] {
  const scan: Scan = { low, today, times: [] };
  scanDates(scan);
  scanParts(scan);
  scanMonths(scan);
  scanShort(scan);
  scanAmounts(scan);
  scanRelative(scan);
  scanWeekdays(scan);
  const times = corrected(scan).map((t) => putRight(low, t));
  return paired(low, explained(low, eitherOr(low, times))).sort((a, b) => a.start - b.start);
}
