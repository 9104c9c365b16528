/** What happened to the cluster's subscription, sentence by sentence: which state the words tell, and whose it is. */

import type { Passage } from '../document.ts';
import { WEIGHT } from '../found.ts';
import { matchesOf } from '../matches.ts';
import { isAsked, isElsewhere, isGeneral, isNegated, isPlanned, isRefuted, type Prose, timesOf } from '../stance.ts';
import {
  AZURE_ITSELF,
  CLUSTER_IN_IT,
  CONTINUES,
  CUES,
  FOREIGN_OBJECT,
  INSIDE,
  MONEY,
  OF_MESSAGES,
  OTHER_OBJECT,
  OTHER_PRODUCT,
  OTHER_SUSPENDED,
  OTHERS_BEHIND,
  OTHERS_SUBSCRIPTION,
  OURS,
  type State,
  SUBJECT,
  SUBJECT_ALL,
  UNMISTAKABLE,
  UNMISTAKABLE_ANYWHERE,
} from './subscription-words.ts';

/** A message this short that says "suspended" of nothing else is a reply about the subscription. */
const LONE_MAX = 80;
const isLone = (prose: Prose): boolean =>
  prose.low.trim().length <= LONE_MAX &&
  !/\b(?:lights?|power\w*|unplugged|clusters?|vms?|nodes?|users?|accounts?|pods?|\w*jobs?|features?|deployments?|kustomizations?|flux|image|node ?pools?)\b|:/.test(
    prose.low,
  );
/** Longest way from the subscription to what happened to it. */
const REACH = 110;

/** How far back a sentence may have named it, in characters. */
const BEFORE_REACH = 160;

export type Event = { state: State; p: Passage; at: number; end: number; weight: number };

const DATED = /^\w+\s+(?:on|since|from|in|am|seit|le|depuis|el|desde|\d)/;

/** "Subscription quota", "the owner account of …": what belongs to the subscription is not itself. */
const AS_ATTRIBUTE =
  /^(?:subscription|sub) (?:owner|admin\w*|contributor|reader)?\s?(?:quotas?|accounts?|polic(?:y|ies)|pages?|menu|blade|list|requests?|keys?|limits?|filters?|budgets?|alerts?|owner|admin\w*|users?|roles?|tags?)\b/;

/** "I looked it up just now: it is active": what a check of the subscription named before gave. */
const CHECKED =
  /^\W*(?:(?:but|so|and|well|today|yesterday|aber|mais|pero|ma|maar) )*(?:not (?:so|true|right)|wrong|nonsense|(?:i|we|he|she|they)(?:'ve| have| just| myself| ourselves)* (?:checked|looked|verified|asked|see)|(?:ich|wir) hab\w* (?:\w+ ){0,3}(?:nachgesehen|nachgeschaut|gepruft|gecheckt)|stimmt nicht|(?:j'ai|nous avons|on a) (?:\w+ )?(?:verifie|regarde|controle)|c'est faux|(?:lo |la )?(?:he|hemos) (?:comprobado|verificado|mirado|revisado)|(?:lo )?(?:comprobe|verifique|revise|mire)|no es (?:cierto|verdad)|(?:l')?(?:ho|abbiamo) (?:controllato|verificato|guardato)|non e vero|(?:ik heb|we hebben|ik|we) (?:\w+ ){0,2}(?:gecheckt|nagekeken|gecontroleerd|gekeken|checkte|controleerde)|klopt niet)\b/;
const IT_IS =
  /\b(?:it(?:'s)?|it as|she|sie|es|das abo|il|elle|esta|e|het|ze|als|as|is|ist|est|still|noch|toujours|sigue|ancora|nog)\s(?:(?:is|ist|est|still|and|gewoon|fully|as) ){0,2}$/;

const isChecked = (prose: Prose, p: Passage, at: number): boolean =>
  CHECKED.test(p.low) &&
  IT_IS.test(prose.low.slice(p.start, at)) &&
  SUBJECT.test(prose.passages[p.index - 1]?.low ?? '');

function subjectNear(prose: Prose, p: Passage, at: number): number {
  let best = -1;
  for (const m of matchesOf(SUBJECT_ALL, p.low)) {
    const start = p.start + m.index;
    const inFront = prose.low.slice(Math.max(p.start, start - 24), start);
    if (OF_MESSAGES.test(prose.low.slice(Math.max(p.start, start - 24), start + 40))) continue;
    if (OTHER_PRODUCT.test(inFront)) return -1;
    if (AS_ATTRIBUTE.test(prose.low.slice(start, start + 60))) continue;
    if (Math.abs(at - start) <= REACH && (best < 0 || Math.abs(at - start) < Math.abs(at - best))) best = start;
  }
  if (best >= 0) return best;
  const before = prose.low.slice(Math.max(p.start, at - 30), at);
  const isUnmistakable = UNMISTAKABLE.test(prose.low.slice(at, at + 14)) && !OTHER_SUSPENDED.test(before);
  const isOfMoney = MONEY.test(prose.low) || /\bactive\b/.test(p.low);
  // "Suspended on 20 September. etcd …": what opens a message without a subject.
  const opens =
    p.index === 0 &&
    prose.low.slice(0, at).trim() === '' &&
    DATED.test(prose.low.slice(at)) &&
    timesOf(prose, p).length > 0;
  if (isUnmistakable && (opens || isOfMoney || SUBJECT.test(prose.low) || isLone(prose))) return p.start;
  if (isHeld(p, at) && SUBJECT.test(prose.doc.low)) return p.start;
  if (isOfMoney && AZURE_ITSELF.test(p.low)) return p.start;
  // "Disabled on 3 May, enabled again 20 June": the first event carries the second.
  const first = UNMISTAKABLE_ANYWHERE.exec(p.low);
  if (first && p.start + first.index < at && subjectNear(prose, p, p.start + first.index) >= 0) return p.start;
  if (HEADED.test(prose.passages[p.index - 1]?.low ?? '') && /\bportal\b/.test(p.low)) return p.start;
  if (isChecked(prose, p, at)) return p.start;
  return continuesOn(prose, p) ? p.start : -1;
}
/** "Subscription: see below. In the portal it has stood on disabled since May". */
const HEADED =
  /^\W*(?:azure[ -])?(?:subscription|subskription|abonnement|suscripcion)\s*:(?!.*\b(?:active|enabled|aktiv|actif|activa|fine|ok)\b)/;

/** "Subscription is disabled. On hold since August (unpaid)": nothing else is named that is on hold. */
const isHeld = (p: Passage, at: number): boolean =>
  /^on hold\b/.test(p.low.slice(at - p.start)) &&
  /^\W*(?:it(?:'s| is| was)|all|is|was|still|been|put)?\s*$/.test(p.low.slice(0, at - p.start)) &&
  UNPAID.test(p.low);
const UNPAID = /\b(?:unpaid|invoices?|payments?|paid|bills?|dunning|overdue|insolven\w*|credit card)\b/;

/** "… It was reactivated in October": the sentence before named the subscription. */
function continuesOn(prose: Prose, p: Passage): boolean {
  const previous = prose.passages[p.index - 1];
  const before = prose.doc.low.slice(Math.max(0, p.start - BEFORE_REACH), p.start);
  return (
    (previous === undefined || p.start - previous.end <= BEFORE_REACH) &&
    (SUBJECT.test(before) || (UNMISTAKABLE_ANYWHERE.test(before) && MONEY.test(prose.low))) &&
    CONTINUES.test(p.low)
  );
}

const NOT_OURS = /\bnothing to do with\b|\bunrelated\b|\bnot (?:in|connected to|related to) (?:it|that|this)\b/;

/** "Was passiert, wenn das Abo gelöscht wird?": the question stands in front of the comma. */
const isSupposed = (p: Passage, at: number): boolean => p.isQuestion && SUPPOSED.test(p.low.slice(0, at - p.start));
const SUPPOSED =
  /\b(?:was (?:passiert|geschieht|ware)|que (?:pasa|ocurre|sucede|se passe|pasaria)|qu'arrive|cosa (?:succede|accade)|wat gebeurt)\b[^.;]*\b(?:wenn|falls|si|se|als|wanneer)\b/;

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
  if (CLUSTER_IN_IT.test(prose.low) && !NOT_OURS.test(prose.low)) return false;
  if (OTHERS_BEHIND.test(prose.low.slice(subject, subject + 70)) && !OURS.test(prose.low.slice(subject, at)))
    return true;
  if (THEIRS.test(clauseBefore)) return true;
  if (!OURS.test(prose.low.slice(p.start, at)) && OURS_IS.test(prose.low.slice(at, at + OURS_REACH))) return true;
  if (CALLED_OTHERS.test(prose.low.slice(at, p.end)) || OWNED_BY_OTHERS.test(p.low)) return true;
  const others = OTHERS_SUBSCRIPTION.exec(near);
  // Of the subscription that is meant, not of one named just before it.
  const isNamed = others !== null && others.index + others[0].length > subject - Math.max(p.start, subject - 24);
  return isNamed || isElsewhere(prose, p, at);
}

/** "They have a blocked one, ours is active": told beside the one that is meant. */
const OURS_IS =
  /\b(?:ours|our one|mine|unsere?s|l[ae] (?:notre|nostra|nuestra)|el nuestro|il nostro|(?:die|het|dat) van ons|de onze)\s(?:\w+ )?(?:is|ist|est|esta|e|has been|was|=)\s(?:\w+ ){0,2}(?:active|aktiv|actif|activ[oa]|attiv[oa]|actief|fine|ok|enabled)\b/;
const OURS_REACH = 140;
/** "Ours is active, theirs was suspended in June". */
const THEIRS =
  /\b(?:theirs|deren|la leur|la suya|la loro|die van hen)\s(?:\w+ )?(?:is|was|got|has|had|war|ist|a|est|era|fue|e)\b[^.;,]*$/;

/** "… 'expired', but that is the vendor's subscription". */
const CALLED_OTHERS =
  /\bbut (?:that|this|it)(?:'s| is| was)(?: just| only)? (?:the |an? |my )?(?:[a-z]+'s|(?:other|vendor|test|old|lab|support)\w*) /;

/** "The subscription behind our cluster is fine" tells of the subscription. */
const OF_CLUSTER = /\b(?:of|for|behind|under|used by) (?:this|that|the|our) (?:\w+ )?cluster\W+(?:\w+\W+){0,2}$/;

/** "That one belongs to the sales office". */
const OWNED_BY_OTHERS =
  /\b(?:(?<!\b(?:clusters?|hosts?|aks|it|which|nodes?) )belong(?:s|ed)? to|(?:is|was) of (?=another|a different|the other|some other)|(?:is|was) (?:that|the one|only that|just that) of|is owned by) (?!us\b|this\b|our (?:cluster|team)|the (?:cluster|same)\b|it\b)/;

/** "The provider registration in the subscription is disabled". */
const THING =
  /\b(?:registrations?|providers?|features?|policy|policies|quota|vms?|accounts?|users?|roles?|resources?|services?|apps?|keys?|extensions?|defender|alerts?) (?:in|inside|within|under) (?:the |our |my |this )?(?:azure )?$/;

/** "Sub: active": the state itself, whatever is said of others behind it. */
const LABELLED =
  /^\W*(?:\d[.)] )?(?:(?:azure|our) )?(?:subscription|sub|abo|abonnement|suscripcion|sottoscrizione)(?: state| status)?\s?[:=]\s?$/;

/** Parts of words without which no subscription is spoken of. */
const NEAR = /サフスク|订阅|sub|abo|abb?on|sottoscri|suscrip|suspen|azure|tenant|reactiv|reinstat/;

export function eventsIn(prose: Prose): Event[] {
  const events: Event[] = [];
  if (!NEAR.test(prose.doc.low)) return events;
  for (const p of prose.passages) {
    for (const [state, re] of CUES) {
      for (const m of matchesOf(re, p.low)) {
        const at = p.start + m.index;
        const end = at + m[0].length;
        const subject = subjectNear(prose, p, at);
        if (subject < 0 || events.some((e) => at < e.end && end > e.at)) continue;
        if (
          isOthers(prose, p, at, subject) ||
          isAsked(p, at) ||
          isSupposed(p, at) ||
          isPlanned(prose, p, at) ||
          isGeneral(p, at) ||
          isRefuted(prose, p)
        )
          continue;
        if (FOREIGN_OBJECT.test(prose.low.slice(end, end + 40))) continue;
        const inside = prose.low.slice(Math.max(p.start, subject - 40), subject);
        if (
          INSIDE.test(inside) &&
          (state === 'deleted' || (state === 'suspended' && subject < at && THING.test(inside)))
        )
          continue;
        const before = prose.low.slice(Math.max(p.start, at - 40), at);
        if ((OTHER_OBJECT.test(before) && !OF_CLUSTER.test(before)) || isLoose(prose, p, at, state)) continue;
        const told = LABELLED.test(prose.low.slice(p.start, at)) ? WEIGHT.shown : WEIGHT.said;
        const weight = isQuoted(prose, p, at) ? WEIGHT.hint : told;
        const event = judged(prose, { state, p, at, end, weight });
        if (event) events.push(event);
      }
    }
  }
  return withoutHearsay(prose, events).sort((a, b) => a.at - b.at);
}

/** "Somebody told me it was suspended": nothing more than what was told, where who checked found something else. */
const HEARSAY =
  /\b(?:told|claim(?:s|ed)?|sa(?:ys|id)|thinks?|thought|believe[sd]?|heard|rumou?r\w*|mein(?:t|te)|behaupte\w*|sagte?|glaub\w*|disait|dit|pretend\w*|croi\w*|dic(?:e|en)|dijo|cree|diceva|crede|ze(?:i|gt)|beweer\w*|dacht\w*|fear(?:s|ed)?|assum\w+|supposed|befurcht\w*)\b/;

/** "We feared it was deleted; it is not, it is active": found out in the same breath. */
const FOUND_OUT =
  /\b(?:checked|verified|looked|nachgesehen|gepruft|verifie|comprobado|controllato|gecheckt|(?:it|that) is(?: not|n't)|aber nicht|not (?:so|true|the case))\b/;

const withoutHearsay = (prose: Prose, events: readonly Event[]): Event[] =>
  events.filter((told) => {
    if (told.state === 'active' || !HEARSAY.test(prose.low.slice(told.p.start, told.at))) return true;
    return !events.some(
      (e) =>
        e.state === 'active' &&
        ((e.p.index - told.p.index === 1 && isChecked(prose, e.p, e.at)) ||
          (e.p === told.p && e.at > told.end && FOUND_OUT.test(prose.low.slice(told.end, e.at)))),
    );
  });

/** "Not suspended" is active; "not deleted, disabled" is neither; "not active" is open. */
function judged(prose: Prose, event: Event): Event | undefined {
  const before = prose.low.slice(Math.max(event.p.start, event.at - 26), event.at);
  if (
    /^\s*[:=?]?\s*(?:not yet|not so far|never|no|nein|noch nicht|still not)\b/.test(
      prose.low.slice(event.end, event.end + 16),
    )
  )
    return undefined;
  // "Never touched = active": the mark begins a statement of its own.
  const isMarked = /[=:]\s?$/.test(event.p.low.slice(0, event.at - event.p.start));
  const isDenied = !isMarked && isNegated(event.p, event.at) && !/\b(?:no longer|not? (?:paid|payment))\b/.test(before);
  if (!isDenied) return event;
  if (/\bnot (?:just |only )?$/.test(before) && /\b(?:really|but)\b/.test(event.p.low.slice(event.end - event.p.start)))
    return undefined;
  return event.state === 'suspended' || event.state === 'deleted' ? { ...event, state: 'active' } : undefined;
}

/** "Disabled 10 Oct, enabled 1 Nov": the second word undoes the first. */
export const TURNED_ON = /^\w+ (?:it )?(?:again|on |since|(?:the )?\d|yesterday|today|last|this)/;

/** "ok", "fine" and "back" belong to the subscription only where they stand right behind it. */
function isLoose(prose: Prose, p: Passage, at: number, state: State): boolean {
  if (state !== 'active') return false;
  const word = prose.low.slice(at, at + 8);
  const near = prose.low.slice(Math.max(p.start, at - 46), at);
  const wide = prose.low.slice(Math.max(p.start, at - REACH), at);
  const isGeneric = /^(?:ok|okay|fine|normal|valid|paid|healthy|enabled)\b/.test(word);
  if (/^enabled\b/.test(word) && TURNED_ON.test(prose.low.slice(at)) && /\b(?:disabled|suspended|blocked)\b/.test(wide))
    return false;
  if (/\b(?:it(?:'s| is)|still) $/.test(near) && CONTINUES.test(p.low) && continuesOn(prose, p)) return false;
  return isGeneric && !/\bours\b[^,.;]{0,12}$/.test(near) && !new RegExp(`${SUBJECT.source}[^,.;]{0,22}$`).test(near);
}
