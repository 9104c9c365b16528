/** State of the cluster's Azure subscription, and since when or how long. */
import { addDays } from '../calendar.ts';
import { clauseAt, evidenceSpan, type Passage, type Span } from '../document.ts';
import { type Found, typed, WEIGHT } from '../found.ts';
import { isAsked, isElsewhere, isNegated, isPlanned, isRefuted, type Prose, timesOf } from '../stance.ts';
import { exactDay, type Time } from '../times.ts';

type State = 'active' | 'suspended' | 'deleted' | 'reinstated';

const SUBJECT = /\b(?:subscriptions?|subscribtion|subs?|abo|abonnement|azure[- ]abo|suscripcion|subskription)\b/;
const SUBJECT_ALL = new RegExp(SUBJECT.source, 'g');

const REINSTATED =
  /\b(?:re-?activated|re-?enabled|re-?instated|un-?suspended|un-?blocked|unlocked|restored|renewed|(?:turned|switched) (?:it )?(?:back )?on(?: again)?|(?:active|enabled|ok|fine|back|valid|up|works|working|alive) again|back (?:to )?(?:active|enabled|normal|online)|again (?:active|enabled)|is back|was back|came back|brought back|wieder (?:aktiv\w*|freigeschaltet|da|eingeschaltet)|reaktiviert|reactive\w*|re-activee?|reactivad[oa]|restablecid[oa]|de nouveau active)\b/g;
const DELETED =
  /\b(?:deleted|removed|erased|wiped|gone|geloscht|entfernt|supprimee?|effacee?|eliminad[oa]|borrad[oa])\b/g;
const SUSPENDED =
  /\b(?:suspended|suspension|disabled|blocked|deactivated|de-activated|locked|frozen|expired|lapsed?|cancell?ed|past due|pastdue|(?<=state |status |is )warned|read[- ]only|turned off|switched off|on hold|gesperrt|deaktiviert|ausgesetzt|abgelaufen|gekundigt|stillgelegt|suspendue?|desactivee?|bloquee?|expiree?|suspendid[oa]|desactivad[oa]|deshabilitad[oa]|bloquead[oa]|caducad[oa])\b/g;
const ACTIVE =
  /\b(?:active|enabled|in good standing|paid|valid|ok|okay|fine|normal|aktiv|bezahlt|activee?|activ[oa]|healthy)\b/g;

const CUES: readonly [State, RegExp][] = [
  ['reinstated', REINSTATED],
  ['deleted', DELETED],
  ['suspended', SUSPENDED],
  ['active', ACTIVE],
];
/** A deletion of something else in a sentence about the subscription. */
const FOREIGN_OBJECT =
  /^\s+(?:the|our|a|an|all|some|one|my|two)\s+(?:\w+ ){0,2}?(?:clusters?|vms?|nodes?|resource groups?|pods?|resources?|keys?|users?|extensions?|features?|secrets?|apps?|backups?|disks?|firewall|proxy|autoscaler|pools?)\b/;
const OTHER_OBJECT =
  /\b(?:cluster|vms?|nodes?|resource group|pods?|resource|key|user|account key|extension|feature|secret|app|backup|disk|folder)\W+(?:(?:is|was|were|got|been|has|have)\W+){0,2}$/;
const OTHERS_SUBSCRIPTION =
  /\b(?:old|poc|other|another|test|dev|second|different|hr|finance|sales|their|his|her|trial|former|previous)(?:'s)?\s+(?:azure )?(?:subscription|sub)\b|\b[a-z]+'s (?:azure )?(?:subscription|sub)\b|\b(?:subscription|sub) of (?:the )?(?:poc|test|other|hr|finance)\b/;
const OTHERS_BEHIND =
  /^\w+ (?:is|was|that was|which was|\w+ (?:is|was)) (?:just |only )?(?:the one )?(?:of|from|in|for) (?:the |an? )?(?:old|other|poc|test|dev|former|previous|different)\b/;
/** Messages have subscriptions too. */
const OF_MESSAGES =
  /\b(?:nats|kafka|mqtt|pub\/?sub|rabbitmq|redis|event ?grid|service ?bus|graphql|topic|consumer|push|websocket)\b/;
const OURS =
  /\b(?:our|my|unsere?|notre|nuestra)\s+(?:own |azure )*(?:subscription|sub|abo|abonnement|suscripcion)\b|\bours\b/;

/** Without the word subscription: only what nothing else here is said of, next to talk of money or the portal. */
const UNMISTAKABLE = /^(?:suspended|suspension|reactivated|re-activated|reinstated|unsuspended|un-suspended)/;
const OTHER_SUSPENDED = /\b(?:clusters?|vms?|nodes?|users?|accounts?|pods?|cronjobs?|jobs?)\b/;
const CONTINUES =
  /^\W*(?:it|that|this|no|and|but|since|then|was|is|still|reactivat\w*|suspend\w*|since then|now|active|enabled|disabled|deleted|sie|elle|das|[a-z]+ says)\b/;
const MONEY = /\b(?:finance|billing|invoices?|payments?|unpaid|credit card|reseller|portal|accounting|purchasing)\b/;
/** Longest way from the subscription to what happened to it. */
const REACH = 110;

/** How far back a sentence may have named it, in characters. */
const BEFORE_REACH = 160;

type Event = { state: State; p: Passage; at: number; end: number; weight: number };

function subjectNear(prose: Prose, p: Passage, at: number): number {
  let best = -1;
  for (const m of p.low.matchAll(SUBJECT_ALL)) {
    const start = p.start + m.index;
    if (OF_MESSAGES.test(prose.low.slice(Math.max(p.start, start - 24), start + 40))) continue;
    if (Math.abs(at - start) <= REACH && (best < 0 || Math.abs(at - start) < Math.abs(at - best))) best = start;
  }
  if (best >= 0) return best;
  const before = prose.low.slice(Math.max(p.start, at - 30), at);
  const isUnmistakable = UNMISTAKABLE.test(prose.low.slice(at, at + 14)) && !OTHER_SUSPENDED.test(before);
  if (isUnmistakable && MONEY.test(prose.low)) return p.start;
  return continuesOn(prose, p) ? p.start : -1;
}

/** "… It was reactivated in October": the sentence before named the subscription. */
function continuesOn(prose: Prose, p: Passage): boolean {
  const previous = prose.passages[p.index - 1];
  const before = prose.doc.low.slice(Math.max(0, p.start - BEFORE_REACH), p.start);
  return (
    (previous === undefined || p.start - previous.end <= BEFORE_REACH) && SUBJECT.test(before) && CONTINUES.test(p.low)
  );
}

/** A state in quotation marks or in an error text is what a program says, not when it began. */
const isQuoted = (prose: Prose, p: Passage, at: number): boolean => {
  const before = prose.low.slice(p.start, at);
  return (
    (before.split('"').length + before.split("'").filter((s) => !/\w$/.test(s)).length) % 2 === 1 &&
    /["'`]/.test(before.slice(-40))
  );
};

function isOthers(prose: Prose, p: Passage, at: number, subject: number): boolean {
  const near = prose.low.slice(Math.max(p.start, subject - 24), subject + 40);
  const clauseBefore = prose.low.slice(Math.max(p.start, at - 30), at);
  if (OURS.test(clauseBefore)) return false;
  if (OTHERS_BEHIND.test(prose.low.slice(subject, subject + 70)) && !OURS.test(prose.low.slice(subject, at)))
    return true;
  return OTHERS_SUBSCRIPTION.test(near) || isElsewhere(prose, p, at);
}

function eventsIn(prose: Prose): Event[] {
  const events: Event[] = [];
  for (const p of prose.passages) {
    for (const [state, re] of CUES) {
      for (const m of p.low.matchAll(re)) {
        const at = p.start + m.index;
        const end = at + m[0].length;
        const subject = subjectNear(prose, p, at);
        if (subject < 0 || events.some((e) => at < e.end && end > e.at)) continue;
        if (isOthers(prose, p, at, subject) || isAsked(p, at) || isPlanned(prose, p, at) || isRefuted(prose, p))
          continue;
        if (FOREIGN_OBJECT.test(prose.low.slice(end, end + 40))) continue;
        if (OTHER_OBJECT.test(prose.low.slice(Math.max(p.start, at - 40), at)) || isLoose(prose, p, at, state))
          continue;
        const weight = isQuoted(prose, p, at) ? WEIGHT.hint : WEIGHT.said;
        const event = judged(prose, { state, p, at, end, weight });
        if (event) events.push(event);
      }
    }
  }
  return events.sort((a, b) => a.at - b.at);
}

/** "Not suspended" is active; "not deleted, disabled" is neither; "not active" is open. */
function judged(prose: Prose, event: Event): Event | undefined {
  const before = prose.low.slice(Math.max(event.p.start, event.at - 26), event.at);
  const isDenied = isNegated(event.p, event.at) && !/\b(?:no longer|not? (?:paid|payment))\b/.test(before);
  if (!isDenied) return event;
  if (/\bnot (?:just |only )?$/.test(before) && /\b(?:really|but)\b/.test(event.p.low.slice(event.end - event.p.start)))
    return undefined;
  return event.state === 'suspended' || event.state === 'deleted' ? { ...event, state: 'active' } : undefined;
}

/** "ok", "fine" and "back" belong to the subscription only where they stand right behind it. */
function isLoose(prose: Prose, p: Passage, at: number, state: State): boolean {
  if (state !== 'active') return false;
  const word = prose.low.slice(at, at + 8);
  const near = prose.low.slice(Math.max(p.start, at - 46), at);
  const isGeneric = /^(?:ok|okay|fine|normal|valid|paid|healthy|enabled)\b/.test(word);
  return isGeneric && !/\bours\b[^,.;]{0,12}$/.test(near) && !new RegExp(`${SUBJECT.source}[^,.;]{0,22}$`).test(near);
}

const distance = (t: Time, e: Event): number =>
  (t.start >= e.end ? t.start - e.end : e.at - t.end + 4) - (t.lead === 'since' ? 8 : 0);

/** The time told with an event: nearest of the sentence that is no nearer to another event. */
function timeOf(prose: Prose, event: Event, all: readonly Event[]): Time | undefined {
  const rivals = all.filter((e) => e !== event && e.p === event.p && e.state !== event.state);
  const times = timesOf(prose, event.p).filter(
    (t) => !t.future && !rivals.some((r) => distance(t, r) < distance(t, event)),
  );
  const near = times.sort((a, b) => distance(a, event) - distance(b, event))[0];
  if (near || event.weight === WEIGHT.hint) return near;
  const next = prose.passages[event.p.index + 1];
  const first = next && timesOf(prose, next)[0];
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

export function subscription(prose: Prose): Found[] {
  const events = eventsIn(prose);
  const ends = events.filter((e) => e.state === 'reinstated' || e.state === 'active');
  const begun = events.filter((e) => e.state === 'suspended' || e.state === 'deleted');
  const last = [...begun].filter((e) => e.weight > WEIGHT.hint).at(-1) ?? begun.at(-1);
  if (!last)
    return ends.map((e) =>
      typed('subscriptionState', e.state === 'active' ? 'active' : 'reinstated', evidenceSpan(e.p, e.at, e.end)),
    );
  const back = events.find(
    (e) =>
      (e.at > last.at || isLater(timeOf(prose, e, events), timeOf(prose, last, events))) &&
      (e.state === 'reinstated' ||
        (e.state === 'active' && /\b(?:since|now|again|wieder|jetzt)\b/.test(clauseAt(e.p, e.at).low))),
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
  const end = back ? timeOf(prose, back, events) : endOf(prose, began.e.p, t);
  if (end && !back) found[0] = typed('subscriptionState', 'reinstated', span, { weight: main.weight });
  return back && !end ? found : [...found, ...daysFacts(t, end, where)];
}
