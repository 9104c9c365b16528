/**
 * A reply to a question that was just asked. The question gives the words their subject ("active", "no", "the 2607 one"),
 * so they are read as its answer first; whatever else the reply tells is read as in any message.
 */
import { FACTS, type FactName, type Facts } from '../model/facts.ts';
import { plainText } from '../text/clean.ts';
import { ANSWERS, type AnswerReader } from './answers/index.ts';
import { EVIDENCE_MAX, fold, READ_MAX } from './document.ts';
import type { Clock } from './found.ts';
import { readFacts } from './read.ts';

export type Answer = { kind: 'value'; facts: Facts } | { kind: 'unknown' } | { kind: 'not_understood' };

const UNKNOWN =
  /^(?:(?:sorry|hm+|uh+|oh|well|tja|puh|honestly|to be honest|tbh|ehrlich gesagt|i'm afraid|leider|eh)[\s,.]*)*(?:(?:i|we)?\s?(?:really |honestly )?(?:don'?t|do not|dont|can'?t|cannot|couldn'?t|could not|wouldn'?t) (?:really |honestly )?(?:know|say|tell|remember|see|find|check|have (?:that|this|the) info\w*)|no (?:idea|clue|info\w*|access|rights?|permissions?|visibility|insight|credentials?|login|records?|way (?:to|of) (?:know|see|tell|check|find)\w*|means)|kein (?:zugriff|zugang)|pas d'acces|sin acceso|not? (?:possible|able) to (?:check|see|tell|say|know)|not (?:sure|known|by me|that i know|known to me)|unsure|unknown|dunno|idk|n\/?a|who knows|can'?t (?:say|tell|check)|hard to say|that (?:i|we) (?:cannot|can'?t|could not|do not|don'?t) (?:tell|say|know)|(?:i |we )?(?:would |'d )?(?:have|need) to ask\b.*|beats me|(?:i |we )?(?:don'?t|do not|haven'?t) (?:have )?(?:got )?(?:a |any )?(?:clue|idea)|you tell me|(?:nobody|no one|noone|none of us)(?: here| of us)? (?:here )?(?:knows?|remembers?|(?:can|could) (?:tell|say|check|see|remember))|i (?:only|just) (?:see|have|know|work|got|look)\b|(?:i |we )?(?:haven'?t|have not|hadn'?t|don'?t have) (?:got )?(?:that|this|the|any|such) (?:info\w*|details?|data|knowledge)|(?:i|we)(?:'d| would) (?:have|need) to ask|not my (?:department|job|area|call|responsibility|system|field|team)|(?:other|another) (?:team|department)|nobody (?:knows|wrote|remembers)|keine ahnung|weiss? (?:ich )?(?:es )?nicht|(?:das )?weiss? ich nicht|ka|kann ich nicht sagen|nicht bekannt|unbekannt|(?:je )?ne sais pas|(?:je )?sais pas|aucune idee|pas d'idee|inconnu|no (?:lo )?se|ni idea|desconocido|non lo so|geen idee|skip|pass|later|i (?:have|need|must|would have) to (?:ask|look|check)\b.*|must (?:ask|look)\b.*|have to ask\b.*|need to ask\b.*|let me (?:ask|check)\b.*|\?+|-+)(?![\w'])/;
/** Half an answer is none: a hope, a guess without a value, "see above". */
const GUESSED =
  /^(?:(?:no|yes|well|hm+|uh+|eh|puh)[\s,.]+)*(?:i (?:hope|guess|think|believe|suppose|assume) (?:so|not)|(?:i )?(?:do not|don'?t|dont) think so|(?:very )?(?:probably|maybe|perhaps|possibly|likely|hopefully)(?: (?:not|yes|no|so))?|(?:it |that |they )?(?:could|might|may|should|must) (?:be|have|well be)(?: (?:so|ok|fine))?|(?:somebody|someone|he|she|they) (?:may|might|could) have(?: \w+)?(?: it)?(?:[,;].{0,40})?|(?:as far as i know|afaik|afaict|to my knowledge)(?:,? (?:yes|no|not))?|(?:the )?same(?: as (?:before|above|i said))?|as (?:before|above|i said|said)|see above|(?:i )?(?:already )?(?:told|answered|said) (?:you |that |it )?(?:already|above|before)?)\W*$/;
/** After "not by me" or "no idea" a real statement may follow. */
const THEN_SAYS = /\b(?:but|aber|mais|pero|though|however)\b(.{6,})/;

const valid = (fact: FactName, value: unknown): boolean => FACTS[fact].safeParse(value).success;

function answered(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, f]) => [name, { ...f, source: 'answered' as const }]),
  ) as Facts;
}

function direct(fact: FactName, low: string, text: string, clock: Clock): Facts {
  const read: AnswerReader | undefined = ANSWERS[fact];
  const facts: Record<string, unknown> = {};
  for (const [name, found] of Object.entries(read?.(low, clock) ?? {})) {
    if (found === undefined || !valid(name as FactName, found.value)) continue;
    facts[name] = { source: 'answered', evidence: text.slice(0, EVIDENCE_MAX).trim(), approx: false, ...found };
  }
  return facts as Facts;
}

/** Facts that answer each other's question: asked for the date, "it runs" is an answer too. */
const FAMILIES: readonly (readonly FactName[])[] = [
  ['clusterRunState', 'stoppedSince', 'stoppedDays', 'stopMethod', 'allNodesDeallocated'],
  ['azureConnected', 'lastAzureSync', 'lastAzureSyncDays'],
  ['subscriptionState', 'subscriptionStateSince', 'subscriptionStateDays'],
  ['hostOs', 'hostOsVersion', 'hostOsEdition', 'hostOsSupported', 'azureLocalRelease', 'product'],
  ['aksRelease', 'aksReleasesBehind', 'daysBehindLatestRelease'],
  ['k8sVersion', 'k8sMinorStatus'],
  ['component', 'componentClass', 'topic', 'workloadInKubeSystem'],
];

/** The facts answer what was asked, or a question of its kind. */
export const isAnswerTo = (fact: FactName, facts: Facts): boolean =>
  facts[fact] !== undefined || FAMILIES.some((f) => f.includes(fact) && f.some((name) => facts[name] !== undefined));

/** "2022?" is an unsure answer, a longer question is one of the person's own. */
const SHORT_QUESTION_MAX = 12;

/**
 * "No, and k8s is 1.33.5" answers the question first; "nobody touched the VMs" says something else altogether when it was
 * the version that was asked.
 */
const BARE =
  /^\W*(?:nothing|nichts|rien|nada)(?: (?:was |has been )?(?:changed|touched|geandert|change|cambiado))?\W*$|^\W*(?:yes|yep|yeah|no|nope|nein|ja|oui|non|si|none|never)\s*(?:$|[,.;!:-])/;

/** Ours, but not which: the question is answered as far as it can be. */
const FAMILY =
  /\b(?:arc|(?:aks[- ]?)?hci|on[- ]?prem\w*|on premises|local one|not (?:the |in the )?(?:cloud|azure one)|our own (?:data ?cent\w+|hardware|servers))\b/;

/** "Told you, no". */
const REPEATED =
  /^(?:(?:as |like )?(?:i )?(?:already )?(?:told you|said|i said|mentioned|answered)(?: (?:already|before|above))?)\s*[,:;.!-]+\s*(?=\w)/i;

/** What a reply says to a question about one fact. Never throws. */
export function readAnswer(fact: FactName, input: string, clock: Clock): Answer {
  const text = plainText(input).slice(0, READ_MAX).trim().replace(REPEATED, '');
  const low = fold(text);
  if (low === '') return { kind: 'not_understood' };
  const saysUnknown = UNKNOWN.test(low) || GUESSED.test(low) || (fact === 'product' && FAMILY.test(low));
  const told = answered(toldBy(fact, text, clock));
  if (saysUnknown && !THEN_SAYS.test(low) && !isAnswerTo(fact, told)) return { kind: 'unknown' };
  const isOther =
    Object.keys(told).some((name) => !BESIDE.has(name)) &&
    !isAnswerTo(fact, told) &&
    !BARE.test(low) &&
    !ALSO.test(low);
  const isQuestion = low.endsWith('?') && low.length > SHORT_QUESTION_MAX;
  const own = saysUnknown || isOther || isQuestion ? {} : direct(fact, low, text, clock);
  const facts = combine(fact, own, told, low.length);
  if (isAnswerTo(fact, facts)) return { kind: 'value', facts };
  return saysUnknown
    ? { kind: 'unknown' }
    : Object.keys(facts).length > 0
      ? { kind: 'value', facts }
      : { kind: 'not_understood' };
}

/** "It ran, in case that is asked. And no, nothing else": the answer comes second. */
const ALSO = /[.;,] (?:and|but) (?:yes|no)\b/;

/** What is read beside a matter without being another. */
const BESIDE: ReadonlySet<string> = new Set(['product', 'fromMicrosoftDocs', 'systemHealthy']);

/** A reply this long tells a story: reading it as a message beats the short reading of the very fact. */
const STORY_MIN = 28;

function combine(fact: FactName, own: Facts, told: Facts, length: number): Facts {
  // "Nothing in Hyper-V" of a change over SSH is no "nothing".
  const isDenied = told.nodeChange?.value.length === 0 && (own.nodeChange?.value.length ?? 0) > 0;
  if (isDenied) return { ...told, ...own };
  const [short, long] = [own.stoppedDays, told.stoppedDays];
  if (short?.max !== undefined && long?.approx && long.max === undefined) return { ...told, ...own };
  if (length >= STORY_MIN || own[fact] === undefined) return { ...own, ...told };
  return { ...told, ...own };
}

/** The question named the subject that the reply leaves out. */
const SUBJECTS: readonly [readonly FactName[], string][] = [
  [['clusterRunState', 'stoppedSince', 'stoppedDays'], 'the cluster '],
  [['subscriptionState', 'subscriptionStateSince', 'subscriptionStateDays'], 'our subscription '],
];
const OPENING =
  /^(?:(?:yes|yeah|yep|no|nope|ja|nein|oui|non|si|hm+|well|sorry|ok|wait|stop|oops|correction|actually)\b[\s,.!:]*)+/i;

const OF_POWER = /\b(?:lights? out|power\w*|electric\w*|unplugged|nodes?|vms?|cluster|hosts?|shut ?down)\b/;

function toldBy(fact: FactName, text: string, clock: Clock): Facts {
  const plain = readFacts(text, clock).facts;
  const subject = SUBJECTS.find(([names]) => names.includes(fact))?.[1];
  // "Power was cut in May, it came back in June" says whose it is by itself.
  const isOfCluster =
    fact.startsWith('subscription') && (isAnswerTo('clusterRunState', plain) || OF_POWER.test(fold(text)));
  if (subject === undefined || isOfCluster || isAnswerTo(fact, plain)) return plain;
  const { facts } = readFacts(subject + text.replace(OPENING, ''), clock);
  const own = Object.entries(facts).map(([name, f]) => [
    name,
    { ...f, evidence: f.evidence.replace(subject, '').replace(subject.trim(), '') },
  ]);
  return { ...(Object.fromEntries(own) as Facts), ...plain };
}
