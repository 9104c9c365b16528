/**
 * What is said to be supported, out of support or removed: the Kubernetes minor or the hosts' operating system. The
 * statement is found first; the nearest thing that can be supported tells whose it is.
 */

import type { FactValues } from '../../model/facts.ts';
import { clauseAt, evidenceSpan, type Passage } from '../document.ts';
import { type Found, typed, WEIGHT } from '../found.ts';
import { matchesOf } from '../matches.ts';
import { isAsked, isElsewhere, isGeneral, isNegated, isPlanned, isRefuted, type Prose } from '../stance.ts';

type Status = Exclude<FactValues['k8sMinorStatus'], 'unknown'>;

const FROM_SERVERS =
  "(?:from|off|on) (?:the |our |your |ms |microsoft(?:'s)? |azure )*(?:download |release |update )?(?:servers?(?! (?:racks?|rooms?|cabinets?|farm|park)\\b)|catalogu?e?|downloads?|repository|repo|release (?:list|feed))";
const SAYS =
  '(?:says?|said|answers?|answered|reports?|reported|tells?|told|returns?|returned|replies|replied|sagt|meldet|antwortet|dit|repond|indique|dice|responde|risponde|zegt|meldt)';
const REMOVED = new RegExp(
  `\\b(?:${[
    `(?:have |has )?(?:removed|pulled|deleted|withdrawn|wiped|purged) (?:our |the |it |that |this )?(?:kubernetes |k8s |version )?(?:v?1\\.\\d\\d(?:\\.\\w+)? )?${FROM_SERVERS}`,
    `(?:removed|pulled|deleted|withdrawn|gone|wiped|erased|purged|missing|disappeared|vanished|taken|took (?:it|this|that|them|\\S+)(?: away)?) (?:down )?${FROM_SERVERS}`,
    'no longer (?:exists? )?(?:on|at|available (?:on|from|at)) (?:the |your |ms |microsoft |download )*servers?',
    'no longer (?:available for download|downloadable|offered for download|there for download|to be downloaded)',
    "(?:cannot|can't|can not|couldn't|could not) (?:even )?be downloaded(?: any ?more| any longer)?",
    '(?:no longer|not) (?:has|have|hosts?|keeps?|offers?|provides?|serves?) (?:it|this|that|them|\\S+)(?: any ?more)? (?:for|as) (?:a )?download',
    "(?:does not|doesn't|do not|don't) exist (?:any ?more )?on (?:the |your |ms |microsoft )*servers?",
    '(?:not|nicht mehr) (?:\\w+ )?(?:on|auf|vom) (?:the |dem )?(?:download )?servers?(?: any ?more| any longer)?',
    `servers?\\b[^.;]{0,40}\\b${SAYS}\\b[^.;]{0,24}\\b(?:versione?n?|version|versie|minor|it|this|1\\.\\d\\d(?:\\.\\w+)?)\\b(?: 1\\.\\d\\d(?:\\.\\w+)?)?(?: (?:is|ist|est|e|esta) [^.;,]{0,30} (?:and|und|et|y|e|en))?[^.;\\w]{0,3}(?:(?:has|is|was|have|been|already|wurde|ist|a|ete|ha|sido|fue|e|stata|werd) ){0,3}(?:removed|withdrawn|pulled|gone|entfernt|supprimee?|eliminad[oa]|rimossa|verwijderd)`,
    `${SAYS} (?:der|the|le|el|il|de) (?:download-?)?servers?\\b[^.;]{0,24}\\b(?:version|versie|version[ei]|1\\.\\d\\d(?:\\.\\w+)?)\\b[^.;]{0,12}\\b(?:removed|entfernt|supprimee?|eliminad[oa]|rimossa|verwijderd)`,
    'vom server entfernt|supprimee? du serveur|eliminada? del servidor',
  ].join('|')})`,
  'g',
);

const LIST =
  "(?:the |that |this |your |ms |microsoft(?:'s)? |official )*(?:support(?:ed)?[- ]?(?:versions? ?)?)?(?:list|table|matrix|page|window)";
const SUPPORT = '(?:support|life|service|maintenance|servicing)';
const ENDED = new RegExp(
  `(?:\\b|(?=n't))(?:${[
    'deprecat(?:ed|ion)',
    `(?:out(?:side)? of|outside|past|beyond|without|lost|not in|no longer in|left|dropped (?:out of|from)|fell out of|fallen out of|ran out of|has no|have no|gets? no|no(?: more)?) (?:(?:the|its|any|ms|microsoft|vendor|mainstream|official) )*(?:end[- ]of[- ])?${SUPPORT}(?! (?:case|ticket|contract|request|plan|engineer|bundle|answer|call|team|person))`,
    `end[- ]of[- ]${SUPPORT}|eol|eos`,
    'unsupported',
    "(?:not|no longer|n't|never|nicht mehr|plus|non) (?:\\w+ ){0,2}?(?:supported|unterstutzt|supportee?|soportad[oa])",
    "(?:does not|doesn't|do not|don't|no longer|stopped|will not|won't) support(?:s|ing)?",
    `(?:not|no longer|n't) (?:\\w+ )?(?:in|on|among|part of) ${LIST}`,
    `(?:taken|dropped|removed|kicked|struck|gone|vanished|disappeared|fell|missing) (?:out of|from|off) ${LIST}(?: of supported \\w+)?`,
    `(?:nicht mehr|no longer|not) (?:in|on|auf) (?:the |that |this )?(?:supported|support) (?:versions?|ones)`,
    `${SUPPORT} (?:(?:for|of) (?:it|(?:our |the |version |kubernetes |k8s )*(?:v?1\\.\\d\\d(?:\\.\\w+)?|minor|version)) )?(?:has |have |is |was |had )?(?:already )?(?:ended|over|expired|ran out|run out|stopped|finished|gone)`,
    "(?:not|no longer|n't) (?:\\w+ )?on an? supported (?:build|version|release|minor)",
    'veraltet|abgekundigt|obsolet\\w*|sin soporte',
    '(?:1\\.\\d\\d|version|minor|release|build)(?: \\w+){0,4} (?:is|has) (?:out|expired)(?! (?:now|since|in|on|for|there))',
  ].join('|')})\\b`,
  'g',
);
const GOOD = new RegExp(
  `\\b(?:${[
    '(?<!un)(?:supported|unterstutzt|supportee?|soportad[oa])',
    `(?:still |fully )?(?:in|within|under|inside) (?:(?:the|its|mainstream|extended|full|active|official|current|ms|microsoft) )*support(?! (?:of|from|case|contract|by))`,
    '(?:on|in|among|part of|within|inside) (?:the |your |that )?(?:(?:official |current )?(?:list|table|matrix) of supported|(?:official |current )?supported (?:ones|versions|list|table)|(?:official |current )?support(?:ed)?[- ]?(?:versions? )?(?:matrix|table|window|range|list))',
    '(?:is|are|stands?|stays?) (?:still |also )?on (?:the|your|that) list(?! of (?:deprecated|removed|retired|old))',
    '(?:list|table|matrix|page)\\b[^.;!?]{0,60}\\b(?:is|are|stands?|stays?) (?:still |also )?(?:on it|in it|there|listed|included|among)',
  ].join('|')})\\b`,
  'g',
);

/** Parts of words without which a sentence says none of these: looked for first, because that costs a tenth. */
const NEAR =
  /support|unterst|soport|deprecat|life|servic|mainten|eo[ls]|list|table|matrix|page|window|serve|servidor|catalog|download|repo|release|veraltet|abgek|obsolet|out|expired/;

/** Things that can be supported. The version and "it" are whatever the sentence speaks of. */
const SUBJECTS: readonly ['host' | 'kubernetes' | 'other', RegExp][] = [
  [
    'other',
    /\b(?:apis?|ingress\w*|istio|helm|charts?|nginx|calico|flannel|cilium|cni|flags?(?! (?:the|our|it|this|us)\b)|features?|parameters?|options?|annotations?|fields?|cmdlets?|commands?|modules?|extensions?|drivers?|plugins?|kubectl|node images?|windows nodes?|images?|apps?|application|agents?|docker|runtime|hardware|nics?|firmware|switch|vendor|tools?|browser|skew|upgrade paths?|direct upgrade|skipping(?: \w+){0,2} (?:minors?|versions?)|skipping|scenarios?|configurations?|topolog\w+|setup|cluster-api|v\d(?:beta|alpha)\d|(?:node|guest|container|client) os|os of (?:the |our )?(?:nodes?|pods?|images?)|procedure|way|ws?us|subscription|clients?|policy|psp)\b/g,
  ],
  [
    'host',
    /\b(?:hosts?|host (?:os|version|release|operating system)|operating system|os|windows(?: server)?|server 20\d\d|ws ?20\d\d|azure (?:local|stack)|hci|2[0-4]h2)\b/g,
  ],
  [
    'kubernetes',
    /\b(?:kubernetes|k8s|kube|minors?|(?<![\d.])v?1\.\d\d(?:\.(?:\d+|x))?|cluster version|kubernetes-version)(?![\w-])/g,
  ],
];
const ANY_VERSION = /\b(?:versions?|releases?|it|ours|that|this|which|one|cluster|we|builds?)\b/;

/** How far from the statement its subject is looked for, in front and behind. */
const REACH_FRONT = 90;
const REACH_BEHIND = 40;

/** "GPU passthrough is not supported on our hosts": the place, not what is supported. */
const ELSEWHERE_BEHIND = /^\s*(?:on|by|in|with|at|from|inside|under)\b/;
/** "Supported by their operator": somebody else's word. */
const BY_OTHERS = /^\s*by (?!microsoft|ms\b|you\b|aks|azure|arc)/;

const IT_IN_FRONT = /\b(?:it|this|that|which|ours)(?:'s| is| was| has| got)? (?:(?:been|now|already|just) )*$/;

type Subject = 'host' | 'kubernetes' | 'other';

/** What the statement itself names, the nearest thing in front, else the nearest behind, else what the sentence before spoke of. */
function subjectOf(prose: Prose, p: Passage, at: number, end: number): Subject | undefined {
  const inside = nearest(prose.low.slice(at, end), 'last');
  if (inside) return inside;
  const front = nearest(prose.low.slice(Math.max(p.start, at - REACH_FRONT), at), 'last');
  if (front) return front;
  // "It's been removed, no more images for it": what "it" is was said before.
  const after = IT_IN_FRONT.test(prose.low.slice(p.start, at))
    ? ''
    : prose.low.slice(end, Math.min(p.end, end + REACH_BEHIND));
  if (ELSEWHERE_BEHIND.test(after)) return undefined;
  const behind = nearest(after, 'first');
  if (behind) return behind;
  if (!ANY_VERSION.test(p.low)) return undefined;
  const previous = prose.passages[p.index - 1];
  return (previous && nearest(previous.low, 'last')) ?? (/\bversions?\b/.test(p.low) ? 'kubernetes' : undefined);
}

function nearest(words: string, which: 'first' | 'last'): Subject | undefined {
  let best: { subject: Subject; at: number } | undefined;
  for (const [subject, re] of SUBJECTS) {
    for (const m of matchesOf(re, words)) {
      const at = which === 'last' ? m.index + m[0].length : m.index;
      if (!best || (which === 'last' ? at > best.at : at < best.at)) best = { subject, at };
    }
  }
  return best?.subject;
}

/** Nobody says that it is so: a doubt, a rule, something still to come. */
const UNSETTLED =
  /\b(?:whether|if|unclear|no idea|not sure|unsure|don'?t know|when (?:will|is|does)|until when|how long|until|soon|next (?:month|year|spring|summer|release)|going to|about to|from \w+ on(?:wards?)?\b|starting|may be|might|supposedly|some day|would|should|ob)\b/;
/** "Everything below 1.31", "versions older than 1.30": a rule about many versions, said of no one cluster. */
const OF_MANY =
  /\b(?:everything|anything|all|any|versions?|releases?|minors?) (?:that (?:is|are) )?(?:below|older than|before|under|up to|earlier than|lower than)\b/;
/** "The upgrade page says that our 1.29.4 is gone" tells of ours, whoever says it. */
const OF_OURS = /\b(?:our|my|hosts?)\b[^;]*$/;
/** Extended support is still support. */
const isMerelyMainstream = (c: Cue): boolean =>
  /\bmainstream\b/.test(c.p.low.slice(Math.max(0, c.at - c.p.start - 14), c.end - c.p.start));
const UPTO_NOW = /\bsupport(?:ed)? (?:ends?|until|till)\b|\bin (?:\w+ )?support until\b/;

type Cue = { status: Status; p: Passage; at: number; end: number };

/** "Outside the supported version skew" says nothing of the minor. */
const OF_SKEW = /^\s*(?:minor )?(?:version )?skew\b/;

function cuesIn(p: Passage): Cue[] {
  const cues: Cue[] = [];
  if (!NEAR.test(p.low)) return cues;
  const read = (status: Status, re: RegExp): void => {
    for (const m of matchesOf(re, p.low)) {
      const [at, end] = [p.start + m.index, p.start + m.index + m[0].length];
      if (OF_SKEW.test(p.low.slice(m.index + m[0].length))) continue;
      if (!cues.some((c) => at < c.end && end > c.at)) cues.push({ status, p, at, end });
    }
  };
  read('removed', REMOVED);
  read('deprecated', ENDED);
  read('supported', GOOD);
  return cues;
}

/** "Deprecated" is no negation; "not deprecated" says only what it is not. */
const isDenied = (c: Cue): boolean =>
  isNegated(c.p, c.at) &&
  !(
    c.status !== 'supported' &&
    /\b(?:no longer|any ?more)\b/.test(c.p.low.slice(Math.max(0, c.at - c.p.start - 20), c.end - c.p.start))
  );

/** "It was removed from the server, so where do we go?" states before it asks. */
const isQuestioned = (p: Passage, at: number): boolean =>
  isAsked(p, at) || (p.isQuestion && clauseAt(p, at) === p.clauses.at(-1));

const isSettled = (prose: Prose, c: Cue): boolean => {
  const front = c.p.low.slice(0, c.at - c.p.start);
  const words = c.p.low.slice(Math.max(0, c.at - c.p.start - 60), c.end - c.p.start + 24);
  return (
    !isQuestioned(c.p, c.at) &&
    !isPlanned(prose, c.p, c.at) &&
    !isElsewhere(prose, c.p, c.at) &&
    !isRefuted(prose, c.p) &&
    !isDenied(c) &&
    !(c.status !== 'supported' && isMerelyMainstream(c)) &&
    !(isGeneral(c.p, c.at) && !OF_OURS.test(front)) &&
    !OF_MANY.test(front) &&
    (UPTO_NOW.test(c.p.low) ? !/\bwhether|if\b/.test(front) : !UNSETTLED.test(words))
  );
};

/** "1.31 clusters are deprecated; ours is 1.33.4": said of a minor that is not ours. */
const OURS_IS =
  /\b(?:ours?(?: is| are| runs)?|we(?:'re| are| run| have| use)(?: on| at)?)[:,]? (?:kubernetes |k8s |version |v)*(1\.\d\d)/;
function isOfAnotherMinor(prose: Prose, p: Passage, end: number): boolean {
  const own = OURS_IS.exec(prose.low)?.[1];
  const named = /.*(?<![\d.])(1\.\d\d)(?!\d)/s.exec(prose.low.slice(p.start, end))?.[1];
  return own !== undefined && named !== undefined && own !== named;
}

export function supportStatus(prose: Prose): Found[] {
  if (
    !/support|deprecat|server|download|life|eol|veraltet|abgek|obsolet|soport|unterst|servic|expired|\bout\b|entfernt|supprim|eliminad/.test(
      prose.low,
    )
  )
    return [];
  return prose.passages.flatMap((p) =>
    cuesIn(p).flatMap((c): Found[] => {
      if (!isSettled(prose, c) || BY_OTHERS.test(prose.low.slice(c.end, p.end))) return [];
      const subject = subjectOf(prose, p, c.at, c.end);
      const span = evidenceSpan(p, c.at, c.end);
      if (subject === 'host')
        return c.status === 'removed' ? [] : [typed('hostOsSupported', c.status === 'supported', span)];
      if (subject !== 'kubernetes' || isOfAnotherMinor(prose, p, c.end)) return [];
      return [typed('k8sMinorStatus', c.status, span, { weight: c.status === 'removed' ? WEIGHT.shown : WEIGHT.said })];
    }),
  );
}
