/**
 * Points in time and lengths of time in prose, counted against today. Exact ones carry a day or a number; those that
 * are certain within bounds ("september", "more than two months") carry the bounds; a guess carries neither.
 */
import { scanAmounts } from './times/amounts.ts';
import { scanDates, scanMonths, scanShort } from './times/dates.ts';
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
  scanRelative(scan);
  scanWeekdays(scan);
  return pairs(scan).sort((a, b) => a.start - b.start);
}
