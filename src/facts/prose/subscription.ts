/** State of the cluster's Azure subscription, and since when or how long. */

import { addDays } from '../calendar.ts';
import { clauseAt, evidenceSpan, type Passage, type Span } from '../document.ts';
import { type Found, typed, WEIGHT } from '../found.ts';
import { type Prose, timesOf } from '../stance.ts';
import { exactDay, type Time } from '../times.ts';
import { type Event, eventsIn, TURNED_ON } from './subscription-events.ts';
import type { State } from './subscription-words.ts';

const distance = (t: Time, e: Event): number =>
  (t.start >= e.end ? t.start - e.end : e.at - t.end + 4) - (t.lead === 'since' ? 8 : 0);

/** "Cancelled by mistake on 20 Oct; reactivated 25 Oct": a time in the clause of one event is that one's. */
const isBetween = (event: Event, t: Time, rival: Event): boolean => {
  const own = clauseAt(event.p, event.at);
  return t.start >= own.start && t.end <= own.end && !(rival.at >= own.start && rival.at < own.end);
};

/** How long, as opposed to since when. */
const isLasting = (t: Time): boolean => t.lead === 'for' || t.lead === 'none';

/** The time told with an event: nearest of the sentence that is no nearer to another event. */
function timeOf(prose: Prose, event: Event, all: readonly Event[]): Time | undefined {
  const rivals = all.filter((e) => e !== event && e.p === event.p && e.state !== event.state);
  const past = timesOf(prose, event.p).filter((t) => !t.future);
  // "The suspension, effected on 10 August, was lifted on 21 August": who has a time in the clause needs no other.
  const hasOther = (e: Event, t: Time): boolean => {
    const { start, end } = clauseAt(e.p, e.at);
    const inside = (x: Time): boolean => x.start >= start && x.end <= end;
    return !inside(t) && past.some(inside);
  };
  const begins = past.filter((t) => t.lead !== 'until');
  const times = (begins.length > 0 ? begins : past).filter(
    (t) => !rivals.some((r) => !isBetween(event, t, r) && !hasOther(r, t) && distance(t, r) < distance(t, event)),
  );
  // "Active again since the 10th, blocked it was from 25 October": a time of its own clause is the event's.
  const own = clauseAt(event.p, event.at);
  const inside = times.filter((t) => t.start >= own.start && t.end <= own.end);
  const near = [...(inside.length > 0 ? inside : times)].sort((a, b) => distance(a, event) - distance(b, event))[0];
  if (near || event.weight === WEIGHT.hint) return near;
  const next = prose.passages[event.p.index + 1];
  const first = next && timesOf(prose, next)[0];
  // "… ours. On 2 November.": a sentence that is nothing but the day.
  if (
    first &&
    !first.future &&
    /^\W*(?:(?:that|it|this) was )?(?:on |am |le |el )?(?:the )?$/.test(prose.low.slice(next.start, first.start)) &&
    prose.low.slice(first.end, next.end).trim().length < 2
  )
    return first;
  return first && first.lead === 'since' && /^\s*(?:since|seit|depuis|desde|that (?:was|is) since)/.test(next.low)
    ? first
    : undefined;
}

function daysFacts(t: Time, end: Time | undefined, span: Span): Found[] {
  const over = end?.days ?? 0;
  const value = (t.days ?? t.min ?? 0) - over;
  const approx = t.approx || (end?.approx ?? false);
  if (!approx) return [typed('subscriptionStateDays', Math.max(0, value), span)];
  const endMax = end ? (end.max ?? (end.approx ? undefined : end.days)) : 0;
  const endMin = end ? (end.min ?? (end.approx ? undefined : end.days)) : 0;
  const [low, high] = [t.min ?? (t.approx ? undefined : t.days), t.max ?? (t.approx ? undefined : t.days)];
  const min = low !== undefined && endMax !== undefined ? Math.max(0, low - endMax) : undefined;
  const max = high !== undefined && endMin !== undefined ? Math.max(0, high - endMin) : undefined;
  return [typed('subscriptionStateDays', Math.max(0, value), span, { approx: true, min, max })];
}

/** "From 1 to 20 October": told with its end. */
const endOf = (prose: Prose, p: Passage, began: Time): Time | undefined =>
  timesOf(prose, p).find((t) => t.lead === 'until' && t.kind === 'point' && !t.future && t.start > began.start);

/** "Restored on Monday, it had been deleted on the 1st": the dates order what the words do not. */
const isLater = (a: Time | undefined, b: Time | undefined): boolean =>
  a !== undefined && b !== undefined && (a.days ?? 0) < (b.days ?? 0);

/** "Reactivated on the 12th, it had been blocked since the 2nd": told second, and first in time. */
const HAD_BEEN =
  /\b(?:had (?:\w+ )?been|avait (?:\w+ )?ete|etait|estuvo|estaba|habia (?:estado|sido)|era stat[oa]|was (?:daarvoor|ervoor)|war (?:davor|vorher|zuvor))\s(?:\w+\s)?$/;

/** "Blocked in spring, meanwhile active": what it is now undoes what it was. */
const NOW_AGAIN =
  /\b(?:since|now|again|currently|at (?:the|this) moment|at present|today|meanwhile|wieder|jetzt|aktuell|derzeit|inzwischen|actuellement|maintenant|actualmente|ahora)\b|\b(?:it|this)(?:'s| is) (?:fully )?(?:active|enabled)\b/;

export function subscription(prose: Prose): Found[] {
  const events = eventsIn(prose);
  const ends = events.filter((e) => e.state === 'reinstated' || e.state === 'active');
  const begun = events.filter((e) => e.state === 'suspended' || e.state === 'deleted');
  const last = [...begun].filter((e) => e.weight > WEIGHT.hint).at(-1) ?? begun.at(-1);
  if (!last)
    return ends.map((e) =>
      typed('subscriptionState', e.state === 'active' ? 'active' : 'reinstated', evidenceSpan(e.p, e.at, e.end), {
        weight: Math.max(e.weight, WEIGHT.said),
      }),
    );
  const back = events.find(
    (e) =>
      (e.at > last.at ||
        isLater(timeOf(prose, e, events), timeOf(prose, last, events)) ||
        (e.p === last.p && HAD_BEEN.test(prose.low.slice(e.end, last.at)))) &&
      (e.state === 'reinstated' ||
        (e.state === 'active' && (NOW_AGAIN.test(clauseAt(e.p, e.at).low) || TURNED_ON.test(prose.low.slice(e.at))))),
  );
  const main = back ?? last;
  const state: State = back ? 'reinstated' : last.state;
  const span = evidenceSpan(main.p, main.at, main.end);
  const found: Found[] = [typed('subscriptionState', state, span, { weight: main.weight })];
  const began = begun.map((e) => ({ e, t: timeOf(prose, e, events) })).find((x) => x.t);
  if (!began?.t) return found;
  const t: Time = began.t.kind === 'length' && !back ? { ...began.t, kind: 'point' } : began.t;
  const where = evidenceSpan(
    began.e.p,
    Math.min(began.e.at, t.start),
    Math.max(began.e.end, Math.min(t.end, began.e.p.end)),
  );
  if (t.kind === 'length') return [...found, ...daysFacts(t, undefined, where)];
  const day =
    exactDay(t, prose.doc.today) ?? (t.approx || t.days === undefined ? undefined : addDays(prose.doc.today, -t.days));
  if (day) found.push(typed('subscriptionStateSince', day, where));
  // "Disabled three weeks ago for 5 days and active again": it lasted as long as is told.
  const lasted = back && timesOf(prose, began.e.p).find((x) => x.kind === 'length' && x.start >= t.end && isLasting(x));
  if (lasted) return [...found, ...daysFacts(lasted, undefined, where)];
  const backAt = back && timeOf(prose, back, events);
  const end = endOf(prose, began.e.p, t) ?? (backAt?.kind === 'point' ? backAt : undefined);
  if (end && !back) found[0] = typed('subscriptionState', 'reinstated', span, { weight: main.weight });
  return back && !end ? found : [...found, ...daysFacts(t, end, where)];
}
