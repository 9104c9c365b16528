/** Whether a stop that is told is over: by a restart, by its tense, by what is said beside it. */
import { clauseAt, type Passage } from '../document.ts';
import type { Found } from '../found.ts';
import { type Prose, timesOf } from '../stance.ts';
import type { Time } from '../times.ts';
import { type Restart, restartAfter, type Stop, SUBJECT_REACH } from './stop-cues.ts';
import { stopTimes } from './stop-length.ts';

/** A stop's beginning, end and length, with the restart that ended it. */
export type Course = { restart: Restart | undefined } & ReturnType<typeof stopTimes>;

const PAST_STATE =
  /\b(?:was|were|had been|war|waren|had (?:it|them|everything|(?:the|our) (?:whole )?(?:cluster|vms|nodes))|etait|etaient|estuvo|estaba|estaban|a ete|ont ete)\b/;

/** "Was off for 40 days" is over; "has been off for 40 days" and "was switched off on the 9th" are not by themselves. */
function isOverByTense(prose: Prose, stop: Stop, length: Time | undefined): boolean {
  if (!length || length.lead === 'ago' || length.lead === 'since') return false;
  // "33 days since it was last on" lasts.
  if (/^last /.test(prose.low.slice(stop.at, stop.end))) return false;
  if (/\bafter\b[^.;,]{0,40}$/.test(prose.low.slice(Math.max(stop.p.start, stop.at - 50), stop.at))) return true;
  return isOverTense(prose, stop);
}

function isOverTense(prose: Prose, stop: Stop): boolean {
  const before = prose.low.slice(Math.max(stop.p.start, stop.at - 50), stop.end);
  return PAST_STATE.test(before) && !/\b(?:has|have) been\b/.test(before);
}

/** "Off since Wednesday, back on Sunday": the Sunday is the one to come, so nothing has ended yet. */
export function courseOf(prose: Prose, stop: Stop): Course {
  const restart = restartAfter(prose, stop);
  const times = stopTimes(prose, stop, restart);
  const isAhead = isDay(times.began) && isDay(times.ended) && (times.ended.days ?? 0) > (times.began.days ?? 0);
  return restart && isAhead ? { restart: undefined, ...stopTimes(prose, stop, undefined) } : { restart, ...times };
}

const isDay = (t: Time | undefined): t is Time => t?.kind === 'point' && !t.approx && t.days !== undefined;

/** "It was off in September": a state of then, with its bounds. */
const WAS_STATE =
  /\b(?:was|were|had been)(?: (?:also|all|both|completely|once|briefly|probably|maybe|still|not))* (?:off|down|offline|dark|cold)$/;
const isPastPeriod = (prose: Prose, stop: Stop, began: Time | undefined): boolean =>
  began?.approx === true &&
  began.max !== undefined &&
  (began.lead === 'none' || began.lead === 'for') &&
  (began.min ?? 0) > 0 &&
  WAS_STATE.test(prose.low.slice(Math.max(stop.p.start, stop.at - SUBJECT_REACH), stop.end));

/** "Off for three weeks in August", said in November: it took less than has passed since. */
const isLongPast = (prose: Prose, p: Passage, length: Time | undefined): boolean =>
  length !== undefined &&
  timesOf(prose, p).some(
    (t) =>
      t.kind === 'point' &&
      t.approx &&
      t.lead !== 'since' &&
      t.lead !== 'ago' &&
      (t.min ?? 0) > (length.max ?? length.days ?? Number.POSITIVE_INFINITY),
  );

/** "It is up. It was off over the summer": what was, told beside what is. */
const isPastBesideNow = (prose: Prose, stop: Stop, began: Time | undefined, running: readonly Found[]): boolean =>
  began?.lead !== 'since' &&
  began?.lead !== 'ago' &&
  isOverTense(prose, stop) &&
  running.some(({ start }) => start < stop.p.start);

/** "Running since the 10th, before that 12 days off". */
const BEFORE_THAT = /\b(?:before (?:that|it|this)|until then|prior to that|davor|vorher|avant)\b/;

/** Told after it in the same clause, it is history. */
export const isToldBeforeThat = (prose: Prose, { p, at }: Stop): boolean =>
  BEFORE_THAT.test(prose.low.slice(clauseAt(p, at).start, at));

/** `running` is what the message says of running. */
export const isOver = (prose: Prose, stop: Stop, course: Course, running: readonly Found[]): boolean =>
  course.restart !== undefined ||
  (course.ended !== undefined && !course.ended.future) ||
  isToldBeforeThat(prose, stop) ||
  (course.began === undefined && isOverByTense(prose, stop, course.length)) ||
  isPastBesideNow(prose, stop, course.began, running) ||
  isPastPeriod(prose, stop, course.began) ||
  isLongPast(prose, stop.p, course.length);
