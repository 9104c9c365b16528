/** Whether the cluster runs, since when it is or how long it was stopped, and how it was stopped. */

import { addDays } from '../calendar.ts';
import { clauseAt, evidenceSpan, type Passage, type Span } from '../document.ts';
import { type Found, typed, WEIGHT } from '../found.ts';
import { matchesOf } from '../matches.ts';
import { isActual, isAsked, isElsewhere, isIntended, isNegated, isRefuted, type Prose, timesOf } from '../stance.ts';
import { exactDay, type Time } from '../times.ts';
import { RUNNING_TOLD } from './run-idioms.ts';
import { lastEnd, OBJECT_REACH, type Restart, type Stop, SUBJECT_REACH, stopsIn } from './stop-cues.ts';
import { lengthOf } from './stop-length.ts';
import { courseOf, isOver, isToldBeforeThat } from './stop-over.ts';
import {
  ALL_NODES,
  ALL_WORD,
  BY_HAND,
  DOCUMENTED,
  DOWN_DAYS_MIN,
  MAINTENANCE,
  NOT_RUNNING_SUBJECT,
  RUNNING,
  SOME_NODES,
  SUBJECT,
} from './stop-words.ts';

/** Down for part of a day: an outage that is over, whenever it was. */
const IS_SHORT =
  /\bfor (?:only |just |about )?(?:an?|one|half an?|two|three|some|a few|a couple of|\d{1,2}) (?:afternoon|morning|evening|night|hours?|moment|minutes?|day)\b|\b(?:over|during) (?:one |the |a )?(?:night|lunch|evening)\b/;

function stopFacts(prose: Prose, stop: Stop, running: readonly Found[]): Found[] {
  const { p } = stop;
  const course = courseOf(prose, stop);
  const { restart, began, ended, length } = course;
  const span: Span = evidenceOfStop(p, stop, began ?? length);
  const isLong = !IS_SHORT.test(p.low) && (began?.max ?? began?.days ?? length?.days ?? 0) >= DOWN_DAYS_MIN;
  if (stop.isDown && !isLong && p.low.search(MAINTENANCE) < 0) return [];
  const nodes = nodesOf(prose, stop);
  if (nodes === 'some') {
    const others = restart && prose.low.slice(Math.max(p.start, restart.at - 16), restart.at);
    if (restart?.p === p && !/\b(?:rest|others?|remaining|control ?planes?|cps?|masters?)\b/.test(others ?? ''))
      return [typed('allNodesDeallocated', false, span)];
    return [
      typed('clusterRunState', 'partly', span),
      typed('allNodesDeallocated', false, span),
      ...methodFacts(prose, stop, span),
    ];
  }
  const since = began ?? (length && /^(?:since|ago)$/.test(length.lead) ? length : undefined);
  const over = isOver(prose, stop, course, running);
  const found: Found[] = [typed('clusterRunState', over ? 'running' : 'stopped', span)];
  const day = since ? exactDay(since, prose.doc.today) : dayOfLength(prose, length, over);
  if (day) found.push(typed('stoppedSince', day, span));
  const days = lengthOf(since, ended, length, over);
  if (days) found.push(typed('stoppedDays', days.value, span, { approx: days.approx, min: days.min, max: days.max }));
  if (nodes === 'all') found.push(typed('allNodesDeallocated', true, span));
  const method = methodFacts(prose, stop, span);
  const isUntold = over && !day && !days && method.length === 0 && !isReboot(prose, stop, restart);
  return [...found, ...(isUntold ? [someStop(span)] : method)];
}

/** That there was a stop, and nothing of it: neither how long nor how. It has to be asked, so it must not get lost. */
const someStop = (span: Span): Found => typed('stopMethod', 'unknown', span, { approx: true, weight: WEIGHT.hint });

/** "Stopped and started it", "off and on again", a restart of the same sitting. */
function isReboot(prose: Prose, stop: Stop, restart: Restart | undefined): boolean {
  if (!restart) return false;
  const between = prose.low.slice(Math.min(stop.end, restart.at), Math.max(stop.at, restart.at));
  return (
    restart.at <= stop.end ||
    /^[ /&+]*(?:and|then|[ /&+]|it|them|all|the|cluster|everything|we|\bn\b|\d+ (?:min|h)\w*)*$/.test(
      between.replace(/\s+/g, ' '),
    )
  );
}

const SWITCHED_ON =
  /\b(?:switched|turned|powered|brought|booted|fired)\b(?: (?:the|our|this|that|all|my|back|its|it|them|\w+)){0,5}? (?:(?:back )?(?:on|up) again|back (?:on|up))\b/g;
const OF_CLUSTER = /\b(?:cluster|nodes?|vms?|machines?|site|environment|everything|hosts?|it|them)\b/;

const AFTER_STOP =
  /\b(?:after|since|following) (?:the |our |a |that |last )?(?:\w+ ){0,2}(?:shut-?down|shut down|power[- ]?(?:off|down))\b(?! (?:of|for|mode|button))/g;

/** "Since we switched it on again": it was off, for a time that nobody told. */
function switchedOn(prose: Prose): Found[] {
  const stops = prose.passages.flatMap((p) =>
    matchesOf(AFTER_STOP, p.low).flatMap((m) => {
      const at = p.start + m.index;
      return isActual(prose, p, at) && !isNegated(p, at) ? [someStop(evidenceSpan(p, at, at + m[0].length))] : [];
    }),
  );
  const starts = prose.passages.flatMap((p) =>
    matchesOf(SWITCHED_ON, p.low).flatMap((m) => {
      const at = p.start + m.index;
      const isTold = OF_CLUSTER.test(m[0]) && !/\boff and\b/.test(m[0]) && isActual(prose, p, at) && !isNegated(p, at);
      const span = evidenceSpan(p, at, at + m[0].length);
      return isTold ? [typed('clusterRunState', 'running', span, { weight: WEIGHT.hint }), someStop(span)] : [];
    }),
  );
  return starts.length > 0 ? starts : stops;
}

/** "Off for 34 days now" began 34 days ago. */
const dayOfLength = (prose: Prose, length: Time | undefined, isOver: boolean): string | undefined =>
  length && !isOver && !length.approx && length.days !== undefined ? addDays(prose.doc.today, -length.days) : undefined;

function evidenceOfStop(p: Passage, stop: Stop, time: Time | undefined): Span {
  const isInside = time !== undefined && time.start >= p.start && time.end <= p.end;
  const [start, end] = isInside ? [Math.min(stop.at, time.start), Math.max(stop.end, time.end)] : [stop.at, stop.end];
  return evidenceSpan(p, start, end);
}

/** "We kept the control plane running and stopped all workers". */
const CONTROL_PLANE_UP =
  /\b(?:kept|keep|left) (?:the |our )?(?:control ?planes?|masters?|cp)\b|\b(?:control ?planes?|masters?|cp)(?: nodes?| vms?)? (?:(?:is|are|was|were|stays?|stayed|still|kept|remained) )*(?:up|on|runs?|running|works?|untouched|alive)\b|\bnot the (?:control ?planes?|masters?|cp)\b/;
const WORKERS = /\b(?:workers?|agents?|node ?pools?)\b/;

const SINCE_THE_CLUSTER =
  /\b(?:after|since|when|because|while|once) (?:the |our |this )?(?:whole |entire |\w+ )?cluster\b/g;

/** Which nodes a stop took: said all, said some, or not said. */
function nodesOf(prose: Prose, stop: Stop): 'all' | 'some' | undefined {
  const front = prose.low.slice(Math.max(stop.p.start, stop.at - SUBJECT_REACH), stop.at);
  const behind = prose.low.slice(stop.at, Math.min(stop.p.end, stop.end + OBJECT_REACH + 30));
  // "Two nodes do not rejoin after the cluster was off": what stopped stands behind "after".
  const words = front.slice(Math.max(0, lastEnd(SINCE_THE_CLUSTER, front) - 1)) + behind;
  if (CONTROL_PLANE_UP.test(stop.p.low) && WORKERS.test(words)) return 'some';
  const some = SOME_NODES.exec(words);
  if (some && !ALL_WORD.test(words.slice(0, some.index)) && !ALL_NODES.test(words)) return 'some';
  return ALL_NODES.test(words) ? 'all' : undefined;
}

/** How far from the stop its manner may be told, in sentences. */
const METHOD_REACH = 3;

function methodFacts(prose: Prose, stop: Stop, span: Span): Found[] {
  const { passages } = prose;
  const says = (re: RegExp, where: readonly Passage[]): boolean =>
    where.some((p) =>
      matchesOf(re, p.low).some((m) => !isNegated(p, p.start + m.index) && !isIntended(p, p.start + m.index)),
    );
  const neighbours = passages
    .slice(Math.max(0, stop.p.index - 1), stop.p.index + METHOD_REACH)
    .filter((p) => !p.isQuestion && p !== stop.p);
  for (const where of [[stop.p], neighbours]) {
    if (says(DOCUMENTED, where)) return [typed('stopMethod', 'documented', span)];
    if (says(MAINTENANCE, where)) return [typed('stopMethod', 'maintenance', span)];
    if (says(BY_HAND, where)) return [typed('stopMethod', 'hyperv-manual', span)];
  }
  return [];
}

/** "Läuft noch nicht": the verb comes before its negation. */
const NOT_BEHIND =
  /^\s*(?:(?:noch|derzeit|aktuell|immer|jetzt|wieder|encore|toujours|plus) ){0,2}(?:nicht|nie|pas|plus)\b(?! (?:nur|seulement))/;

/** "I cannot tell whether it runs". */
const IN_DOUBT =
  /\b(?:whether|ob|no idea if|don't know if|not sure if|unclear if|cannot (?:say|see|tell) if)\b[^,;.]{0,50}$/;

/** "Is it running? Yes." */
const AFFIRMED = /^\W*\?\W*(?:yes|yep|ja|oui|si)\b/;

function runningFacts(prose: Prose): Found[] {
  return prose.passages.flatMap((p) =>
    [...matchesOf(RUNNING, p.low), ...matchesOf(RUNNING_TOLD, p.low)].flatMap((m) => {
      const at = p.start + m.index;
      const end = at + m[0].length;
      const before = prose.low.slice(Math.max(p.start, at - SUBJECT_REACH), end);
      if (isAsked(p, at) && !AFFIRMED.test(prose.low.slice(p.end - 2, p.end + 8))) return [];
      if (NOT_BEHIND.test(prose.low.slice(end, end + 24))) return [];
      if (IN_DOUBT.test(prose.low.slice(Math.max(p.start, at - 60), at))) return [];
      const isNever = /^(?:never|nie|no downtime|not |without)/.test(m[0]);
      if ((!isNever && isNegated(p, at)) || isIntended(p, at) || isElsewhere(prose, p, at) || isRefuted(prose, p))
        return [];
      if (lastEnd(NOT_RUNNING_SUBJECT, before) > lastEnd(SUBJECT, before) && lastEnd(NOT_RUNNING_SUBJECT, before) > 0)
        return [];
      if (
        /^\s*(?:on|in|as|into|out|against|at) (?:windows|azure|server|version|v?1\.|the latest|k8s|kubernetes|aks)/.test(
          prose.low.slice(end, end + 30),
        )
      )
        return [];
      return [typed('clusterRunState', 'running', evidenceSpan(p, at, end), { weight: WEIGHT.hint })];
    }),
  );
}

const IS_SCHEDULED =
  /^(?: (?:of|for) (?:the |our |all |this )+(?:\w+ ){0,2}?\w+)?\s*(?:(?:is|was|has been|are|will be|only|just|not yet|merely|first) )*(?:scheduled|planned|foreseen|announced|geplant|prevu|previst)/;

/** "The shutdown on 1 October went wrong". */
const CAME_TO_NOTHING =
  /^[^.;]{0,30}\b(?:went wrong|failed|did(?:n't| not) (?:work|happen|take place|succeed)|(?:was|were|got) (?:cancell?ed|called off|postponed|aborted|rejected))\b/;

/** "Azure shows it as stopped, but all VMs run": what a portal says, against what the person sees. */
const SHOWN_THERE =
  /\b(?:portal|azure|arc)\b[^.;]{0,24}\b(?:shows?|showed|says?|said|lists?|reports?|displays?|claims?|thinks?)\b[^.;]{0,24}$/;
const IS_OTHERWISE =
  /\b(?:but|however|although|though)\b[^.;]{0,30}\b(?:runs?|running|works?|working|up)\b|\b(?:did|have|has|had|was)(?:n't| not|n?t)(?: been)? (?:stop|turn|switch|shut|power)\w*/;
const isOnlyShown = (prose: Prose, { p, at }: Stop): boolean =>
  SHOWN_THERE.test(prose.low.slice(p.start, at)) && IS_OTHERWISE.test(p.low);

/** What is done again and again tells no one stop. */
const HABIT =
  /\b(?:every|each) (?:\w+ )?(?:weekend|week|night|day|evening|month|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\b|\b(?:from time to time|now and then|once in a while|regularly|usually)\b/;

const PLANNED_NOUN =
  /\b(?:planned|scheduled|upcoming|coming|next|foreseen|geplant\w*|prevue?|previst[oa])[:,]? (?:\w+ ){0,2}$/;
const TOOK_PLACE = /\b(?:was|were|happened|took place|lasted|done|still|ended|over|since|ago|last|stopped|powered)\b/;
/** "On 3 December" without a year, said in November of a plan, is no day of last year. */
const LAST_YEAR_DAYS = 250;

const OLD_CLUSTER =
  /^\s*(?:the |our |my )?(?:old|previous|former|retired) (?:\w+ )?(?:cluster|one|environment|installation|ocp|openshift|rancher|tanzu|platform|k8s|kubernetes)\b/;

/** "We stopped the old cluster and built this new one". */
const isOfTheOld = (prose: Prose, stop: Stop): boolean =>
  (OLD_CLUSTER.test(prose.low.slice(stop.end, stop.p.end)) ||
    /\b(?:old|previous|former|retired) (?:\w+ )?(?:cluster|ocp|openshift|rancher|tanzu|platform)\b/.test(
      clauseAt(stop.p, stop.at).low,
    )) &&
  /\bnew (?:\w+ ){0,3}(?:cluster|one|environment)\b/.test(prose.low);

/** "The planned shutdown on 3 December": nothing says that it took place. */
function isAhead(prose: Prose, stop: Stop): boolean {
  const words = stop.p.low.slice(0, stop.at - stop.p.start);
  if (!PLANNED_NOUN.test(words) || TOOK_PLACE.test(stop.p.low)) return false;
  return timesOf(prose, stop.p).every(
    (t) => t.future || t.kind === 'length' || (t.days ?? t.max ?? 0) > LAST_YEAR_DAYS,
  );
}

/** "Does 'off for over 30 days' count here as well?": the rule, not the cluster. */
const RULE_ASKED = /\b(?:valid|appl(?:y|ies)|counts?|rule|limit|policy|mean(?:s|t)?|true)\b/;
const ASKS_HOW = /^\W*(?:how|why|who|wie|warum|wer|comment|pourquoi|qui|como|por que|quien)\b/;

export function runState(prose: Prose): Found[] {
  const stops = stopsIn(prose);
  const running = runningFacts(prose);
  const found: Found[] = [];
  for (const stop of stops) {
    if (!isActual(prose, stop.p, stop.at) || IS_SCHEDULED.test(prose.low.slice(stop.end, stop.end + 40))) continue;
    // "In which way was it stopped? Ask the night shift": asked about, and told elsewhere.
    if (stop.p.isQuestion && ASKS_HOW.test(stop.p.low)) continue;
    if (isAsked(stop.p, stop.at) && RULE_ASKED.test(stop.p.low)) continue;
    // "Stopped since the 3rd; before that it had been down in May": the earlier one is history.
    if (stops.length > 1 && isToldBeforeThat(prose, stop)) continue;
    if (CAME_TO_NOTHING.test(prose.low.slice(stop.end, stop.p.end)) || isOnlyShown(prose, stop)) continue;
    if (isAhead(prose, stop) || isOfTheOld(prose, stop) || HABIT.test(clauseAt(stop.p, stop.at).low)) continue;
    if (
      isNegated(stop.p, stop.at) ||
      /^\s*[:=?]\s*(?:no|nein|non|never|nie)\b/.test(prose.low.slice(stop.end, stop.end + 12))
    ) {
      found.push(typed('clusterRunState', 'running', evidenceSpan(stop.p, stop.at, stop.end)));
    } else found.push(...stopFacts(prose, stop, running));
  }
  return [...found, ...(stops.length === 0 ? switchedOn(prose) : []), ...running];
}
