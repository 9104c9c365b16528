/** When a stop began, when it ended, how long it was. */
import { clauseAt, type Passage } from '../document.ts';
import { type Prose, timesOf } from '../stance.ts';
import type { Time } from '../times.ts';
import type { Restart, Stop } from './stop-cues.ts';
import { LENGTH_NEAR } from './stop-words.ts';

const distance = (t: Time, from: number, to: number): number => (t.start >= to ? t.start - to : from - t.end);

/** The time that belongs to the stop, and the one that ended it. */
export function stopTimes(
  prose: Prose,
  stop: Stop,
  restart: Restart | undefined,
): { began: Time | undefined; ended: Time | undefined; length: Time | undefined } {
  const own = timesOf(prose, stop.p);
  const restartTimes = restart ? timesOf(prose, restart.p).filter((t) => isTimeOf(prose, restart, t, stop)) : [];
  const past = own.filter(
    (t) => !t.future && !restartTimes.includes(t) && !isUnrelated(prose, t) && !isStateNow(prose, stop, t),
  );
  const next = prose.passages[stop.p.index + 1];
  const until = past.find((t) => t.lead === 'until' && t.kind === 'point');
  // "Stays off until january" names no end that has been.
  const isEnd =
    until !== undefined &&
    past.every((t) => t === until || t.start > until.end || (t.days ?? t.max ?? 0) >= (until.days ?? until.min ?? 0));
  const told = isEnd ? until : restart ? restartTimes[0] : undefined;
  const usable = past.filter((t) => t !== told && t !== until);
  const measured = restart && !told ? (lengthBefore(prose, restart) ?? soonAfter(prose, restart)) : undefined;
  const length = measured ?? firstLength(usable);
  const points = usable.filter((t) => t.kind === 'point');
  // "Today, after 35 days of downtime": a length right beside tells more than a day further away.
  const isMeasured = length !== undefined && distance(length, stop.at, stop.end) <= LENGTH_NEAR;
  const candidates = isMeasured ? points.filter((t) => t.lead === 'since') : points;
  const nearest = [...candidates].sort((a, b) => rank(a, stop) - rank(b, stop))[0];
  const carried =
    nearest ?? (length === undefined ? ((next && continuation(prose, next)) ?? toldBefore(prose, stop)) : undefined);
  const ended = told ?? (measured && carried && !carried.approx ? endAfter(carried, measured) : undefined);
  return { began: carried, ended, length };
}

/** "Still off today", "is off right now": how it is, not when it began. */
function isStateNow(prose: Prose, stop: Stop, t: Time): boolean {
  if (t.kind !== 'point' || t.days !== 0 || t.approx) return false;
  if (/\bas of $/.test(prose.low.slice(Math.max(0, t.start - 8), t.start))) return true;
  return t.lead !== 'since' && STATE.test(prose.low.slice(Math.max(stop.p.start, stop.at - STATE_REACH), stop.end));
}
const STATE_REACH = 30;
const STATE =
  /(?:\b(?:is|are|its|still|stays?|remains?|ist|sind|noch|est|sont|toujours|esta|estan|staat|staan)|'s)\s(?:(?:all|still|now|currently|today|completely|right now|noch|nog|immer) ){0,3}\w+(?: \w+)?$/;

const firstLength = (times: readonly Time[]): Time | undefined => times.find((t) => t.kind === 'length');

/** "Back online after three days": told with the restart, it is the length of the stop. */
const lengthBefore = (prose: Prose, restart: Restart): Time | undefined =>
  timesOf(prose, restart.p).find(
    (t) =>
      t.kind === 'length' &&
      t.start >= restart.end &&
      (AFTER.test(prose.low.slice(restart.end, t.start)) ||
        (LATER.test(prose.low.slice(restart.end, t.start)) &&
          /^ (?:later|after(?:wards)?)\b/.test(prose.low.slice(t.end, t.end + 12)))),
  );
const AFTER = /^\s*(?:again )?(?:only )?(?:after|within) (?:about |only |some )?$/;
const LATER = /^\s*(?:again )?(?:only )?(?:about )?$/;

/** "They came back in the same week": told against the beginning. */
function soonAfter(prose: Prose, restart: Restart): Time | undefined {
  const m = SOON.exec(prose.low.slice(restart.end, restart.p.end));
  if (!m) return undefined;
  const max = /week/.test(m[0]) ? 13 : 2;
  const at = { start: restart.end, end: restart.end + m[0].length };
  return { ...at, kind: 'length', lead: 'none', days: Math.floor(max / 2), min: 0, max, approx: true, future: false };
}
const SOON =
  /^[^.;,]{0,16}\b(?:(?:next|following|same) (?:day|morning|afternoon|evening|night|week|weekend)|(?:right|shortly|soon|immediately|hours|minutes) (?:after(?:wards)?|later))\b/;

/** The end of a stop whose beginning and length are known. */
const endAfter = (began: Time, length: Time): Time => ({
  ...length,
  kind: 'point',
  days: Math.max(0, (began.days ?? 0) - (length.days ?? 0)),
  ...(length.max === undefined ? {} : { min: Math.max(0, (began.days ?? 0) - length.max) }),
  ...(length.min === undefined ? {} : { max: Math.max(0, (began.days ?? 0) - length.min) }),
});

/** "since" beats "on", near beats far; a time behind the cue is likelier its own than one in front. */
const rank = (t: Time, stop: Stop): number =>
  distance(t, stop.at, stop.end) + (t.lead === 'since' ? -60 : 0) + (t.start < stop.at ? 10 : 0);

/** "I shut it down. 8 November.": a sentence that is nothing but the day. */
const isNothingBut = (prose: Prose, p: Passage, t: Time): boolean =>
  t.kind === 'point' &&
  /^\W*(?:(?:that|it|this) was )?(?:on |am |le |el )?(?:the )?$/.test(prose.low.slice(p.start, t.start)) &&
  prose.low.slice(t.end, p.end).trim().length < 2;

/** "… is off. Since 5 October." */
function continuation(prose: Prose, next: Passage): Time | undefined {
  const first = timesOf(prose, next)[0];
  if (first && !first.future && isNothingBut(prose, next, first)) return first;
  return first && !first.future && first.lead === 'since' && /^\s*(?:since|seit|depuis|desde)\b/.test(next.low)
    ? first
    : undefined;
}

/** "The room was flooded on 6 November. All off since.": the sentence before tells the day. */
function toldBefore(prose: Prose, stop: Stop): Time | undefined {
  const previous = prose.passages[stop.p.index - 1];
  const words = prose.low.slice(stop.at, stop.end + SINCE_REACH);
  if (!previous || !/\bsince(?: then| that (?:day|date))?\s*(?:$|[.,;!\n])/.test(words)) return undefined;
  return timesOf(prose, previous)
    .filter((t) => t.kind === 'point' && !t.future)
    .at(-1);
}
const SINCE_REACH = 20;

function isTimeOf(prose: Prose, restart: Restart, t: Time, stop: Stop): boolean {
  if (t.future) return false;
  // "Stopped on 2 October and restarted yesterday": the day right behind the stop is the stop's.
  if (t.start >= stop.end && t.end <= restart.at && RIGHT_BEHIND.test(prose.low.slice(stop.end, t.start))) return false;
  const clause = clauseAt(restart.p, restart.at);
  // "Oct 5: cluster started": a line of a timeline begins with its day.
  const isHeading =
    /^\W*$/.test(prose.low.slice(restart.p.start, t.start)) && /^[^,;]{0,12}:/.test(prose.low.slice(t.end, restart.at));
  const inClause = isHeading || (t.start >= clause.start && t.end <= clause.end);
  const isCloser = stop.p !== restart.p || distance(t, restart.at, restart.end) <= distance(t, stop.at, stop.end);
  return inClause && isCloser && (t.kind === 'point' || /^\s*(?:ago)/.test(prose.low.slice(t.end, t.end + 5)));
}

const RIGHT_BEHIND = /^\s*(?:(?:on|in|at|the|since|il|le|el|am|op|den|dal|du|vom|seit|sinds) ){0,3}$/;

/** An age or another event's time: "created 402 days ago", "uptime 71d". */
const isUnrelated = (prose: Prose, t: Time): boolean =>
  /\b(?:created|age|old|uptime|installed|updated|upgraded|limit|rule|certificates?|expire\w*|older|behind|registered|bought|since then)\W+(?:\w+\W+){0,2}$/.test(
    prose.low.slice(Math.max(0, t.start - 30), t.start),
  ) || /^\s*(?:old|limit|rule|behind|older|uptime|policy)\b/.test(prose.low.slice(t.end, t.end + 10));

/** "Pulled the plug in September, now back": it may have come back the next day. */
const endUntold = (began: Time) => (began.approx ? { days: 0, approx: true, min: 0, max: began.max } : undefined);

type Days = { value: number; approx: boolean; min?: number; max?: number };

/** Length of a stop from its beginning to its end, or to today. */
export function lengthOf(
  began: Time | undefined,
  ended: Time | undefined,
  length: Time | undefined,
  isOver: boolean,
): Days | undefined {
  // "Stopped over summer for 8 weeks": the length is told, the season only frames it.
  const isFramed =
    began?.approx === true && length !== undefined && isOver && (!length.approx || length.max !== undefined);
  if (began && !isFramed) {
    const today = { days: 0, approx: false, min: undefined, max: undefined };
    const minus = isOver ? (ended ?? endUntold(began) ?? today) : today;
    const bounds = (t: {
      days?: number | undefined;
      min?: number | undefined;
      max?: number | undefined;
      approx: boolean;
    }) => ({
      min: t.min ?? (t.approx ? undefined : t.days),
      max: t.max ?? (t.approx ? undefined : t.days),
    });
    const [b, e] = [bounds(began), bounds(minus)];
    const min = b.min !== undefined && e.max !== undefined ? Math.max(0, b.min - e.max) : undefined;
    const max = b.max !== undefined && e.min !== undefined ? Math.max(0, b.max - e.min) : undefined;
    const value = Math.max(0, (began.days ?? b.min ?? 0) - (minus.days ?? e.min ?? 0));
    return inexact({ value, approx: began.approx || minus.approx, min, max });
  }
  if (!length) return undefined;
  return inexact({ value: length.days ?? length.min ?? 0, approx: length.approx, min: length.min, max: length.max });
}

function inexact(d: { value: number; approx: boolean; min: number | undefined; max: number | undefined }): Days {
  const { value, approx, min, max } = d;
  if (!approx) return { value, approx };
  return { value, approx, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}
