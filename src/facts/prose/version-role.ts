/** What a version number in a sentence is: the cluster's own, a client's, a target, another program's … */

import { clauseAt, type Passage } from '../document.ts';
import { matchesOf } from '../matches.ts';
import { isElsewhere, isNegated, isPlanned, isRefuted, type Prose } from '../stance.ts';
import { isOfHealthyOne } from './health-marks.ts';
import {
  BOUND_OF_RULE,
  NAMING_REACH,
  NOT_READY_BEHIND,
  namedBehind,
  naming,
  type Role,
  SERVER_BEHIND,
  SPOKEN_TO,
} from './version-naming.ts';

export type { Role } from './version-naming.ts';

import { KUBERNETES } from '../versions.ts';

const IN_FRONT_OF_TARGET =
  /(?:\b(?:to|onto|towards?|auf|nach|vers|a la|a|hacia|->|=>)|->|=>|-->)\s*(?:kubernetes |k8s |version |aks |release |v )*$/;
const UPGRADE_VERB =
  /\b(?:up(?:grad|dat)\w*|go(?:ing)?|went|gehen|move\w*|moving|migrat\w*|jump\w*|switch\w*|bring|get|push|aktualisier\w*|hoch\w*|wechsel\w*|umstieg\w*|umstell\w*|umzug\w*|bascul\w*|passage|cambio|mett\w*|pass(?:ons|er|e|ent|ez|ar|amos|o)|mise a jour|actualiz\w*|raise\w*|bump\w*|patch\w*|come|roll\w*)\b/;
const DONE =
  /\b(?:(?:upgrade|update|move|migration)(?: was| is)? (?:done|performed|made|carried out|ok)|successful\w*|succeeded|(?:came|have come) from|there we (?:are|stand|stayed)|(?:in|last) (?:january|february|march|april|may|june|july|august|september|october|november|december|week|month|year|spring|summer|autumn|winter)(?= (?:we |it )?(?:went |moved |came )?from\b)|went (?:through|fine|well|ok)|completed|finished|erfolgreich|abgeschlossen|terminee?|jumped|did (?:the|an?) (?:\S+ ){0,4}?(?:upgrade|update)|upgraded|updated|went|moved|migrated|patched|bumped|rolled|we are now|now on|after (?:the |our |an? )?(?:\w+ )?(?:upgrade|update|upgrading|updating|patch|move)|since (?:the |our |an? )?(?:\w+ )?(?:upgrade|update|upgrading|updating|patch|move|we (?:upgraded|updated|went|moved))|aktualisiert|nach dem (?:upgrade|update)|seit dem (?:upgrade|update)|apres (?:la |le )?(?:mise a jour|upgrade)|tras (?:la )?actualiz\w*)\b/;
const NOT_DONE =
  /\b(?:stuck|fail\w*|hang\w*|abort\w*|reject\w*|denied|blocked|nothing (?:was|is|got) (?:rolled|upgraded|changed)|tried|trying|try|during|while|not (?:possible|finish\w*)|never finish\w*|cannot|can't|cant|refus\w*|want\w*|would|plan(?:s|ned|ning)?\b|need to|have to|should|allowed|attempt\w*|half|broke\w*|broken|does not|doesn't|won't|error|scheitert|hangt|schlagt fehl|echoue|falla|will be|is going to be|mid[- ]|in progress|under way|underway)\b/;
const NOT_SUCCESSFUL =
  /\b(?:not|never|nicht|pas|no|n't) (?:yet |be |been |get )?(?:success|succeed|complet|finish|go through|erfolgreich|abgeschlossen|termin)/;
/** "Is still on 1.31.13": where it stands, not where it goes. */
const STANDS =
  /\b(?:is|are|ist|sind|est|esta|still|noch|remains?|stays?|bleibt)\s+(?:now |noch |still |currently )?(?:on|auf|at|en|sur)\s*(?:version |kubernetes |k8s |v)*$/;
const GOAL = /\b(?:ziel|target(?! clusters?)|goal|objetivo|cible|gewunscht|zielversion)\b/;
const FROM = /\b(?:from|von|vom|depuis(?: la)?|de|desde)\s*(?:kubernetes |k8s |version |aks |release |the |v )*$/;
/** "1.33.5, went up from 1.31 last week": where it came from, as long as another number says where it is. */
const CAME_FROM =
  /\b(?:(?:after|since|nach|apres|tras|despues de) (?:the |an? |our |la |el |dem |l')?(?:upgrade|update|upgrading|updating|migration|move) |went (?:up )?|came |coming |upgraded |updated |moved |migrated |up )(?:\w+ )?from\s*(?:kubernetes |k8s |version |v )*v?$/;
const OFFERED =
  /\b(?:offer\w*|propos\w*|suggest\w*|available|availab\w*|supported (?:versions?|list)|supports?|support only|list(?:s|ed)?|shows? (?:only )?(?:newer|upgrades?)|choose from|choice|next (?:version|minor|patch|window|update|step|release)|latest|newest|newer|current release is|requires?|required|needs?|at least|minimum|min|or (?:newer|later|higher|above)|starting with|beginning with|introduced|when will|comes? (?:to|with|in)|arriv\w*|get-\w*upgrades|get-\w*updates|get-versions|neueste|verfugbar|disponible|angeboten|not ready|isn't ready|is not ready|download\w*)\b/;
const PAST =
  /\b(?:was|were|used to (?:be|run)|previously|before that|formerly|earlier|until|had been|initially|originally|created (?:with|on|as)|installed (?:with|as)|before (?:it|the upgrade|january|february|march|april|may|june|july|august|september|october|november|december|that)|(?:^|\()\s*before|war|waren|fruher|vorher|avant|etait|antes|era)\b/;
/** "Before the patch night it showed 1.29.4", "last week it still reported 1.30.2". */
const BEFORE_CHANGE =
  /\b(?:before|prior to|ahead of|until|vor|avant|antes de) (?:the |our |this |that |last |dem |der |la |le |el |today's )?(?:upgrad\w*|updat\w*|patch\w*|change|migration|reboot|maintenance|weekend|mise a jour|actualiz\w*|wartung)\b|\b(?:last (?:week|month|year|time)|yesterday|(?:on )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b[^.;,]{0,12} (?:it|this|that|the \w+|we) (?:still )?(?:said|reported|showed|shown|read|was|had|were)\b/;
const STILL_THEN = /\bstill (?:said|reported|showed|shown|read|was|had|were|ran)\b/;
const NOW =
  /\b(?:now|currently|today|at the moment|jetzt|aktuell|derzeit|maintenant|actuellement|ahora|actualmente|is|are|runs?|running|still)\b/;
const UPSTREAM =
  /\b(?:upstream|google says|somewhere|(?:docs?|documentation|release notes?|articles?|pages?|blogs?|changelog|announcement) (?:of |for )?(?:says?|said|mentions?|mentioned|lists?|talks? (?:of|about)|describes?)|read that|in general|everything since|removed in|deprecated in|added in|fixed in|since kubernetes|as of kubernetes|introduced in|ga in|beta in|alpha in|stable in)\b[^.;]{0,40}$/;
const CORRECTION =
  /\b(?:sorry|correction|corrected|pardon|oops|ups|actually|i mean|i meant|wrong (?:window|cluster|one|number|version|machine)|no wait|wait|scratch that|typo|my mistake|mistake|it is|thats? (?:it|right)|richtig ist|korrektur|ich meine|ich meinte|doch|pardon|je veux dire|correction|perdon|correccion|quiero decir)\b/;

const NAME_TAG = /[\w.-]\/?[\w.-]*:$|\/$/;
/** "Our app on 1.33.5": the number is that of what the app runs on. */
const ON_PLATFORM =
  /\b(?:apps?|application|controllers?|plugins?|daemonset|crash\w*|images?|charts?|operator|driver|agent|pods?|sidecars?)\s+(?:\w+ ){0,2}(?:on|in|under|auf|mit|sur|en)\s+(?:a |an |the |our )?$/;
/** "Our app was released in March and runs on 1.33.5". */
const RUNS_ON =
  /\b(?:apps?|application|workloads?|service|software|pods?)\b[^;]*\b(?:runs?|running|deployed|hosted|sits?|lives?) (?:on|in|under) (?:kubernetes |k8s |aks |version |v)*$/;

/** "We must reach 1.32.9 by Christmas". */
const TO_REACH =
  /\b(?:must|need(?:s)? to|have to|has to|should|want to|shall|supposed to|going to)\s+(?:be (?:on|at)|reach|have|get to|get|run|use|land on|arrive at|end up on)\s*(?:version |kubernetes |k8s |v)*$|\bafter (?:the |an? |our )?(?:upgrad\w*|updat\w*)\b[^.;]*\bshould (?:say|show|read|be|have)\s*$|(?<!\b(?:not|n't) )\bwants? (?:version |kubernetes |k8s |v)*$/;
/** "It lists 1.32.9. That is what we run." */
const OURS_BEHIND =
  /\b(?:that|this|which|it)(?:'s| is)? (?:also |exactly |just )?(?:what|the (?:one|version)|where)?\s?(?:that )?(?:we|i) (?:run|have|use|are|sit)\b|\b(?:that|this|which)(?:'s| is|s) (?:ours|us|our version|mine)\b/;
const OURS_REACH = 110;

/** "Can AKS Arc run 1.35?" asks of the product, not of a cluster. */
const CAPABILITY =
  /\b(?:can|does|do|will|could|when)\b[^?]{0,24}\b(?:aks|arc|azure local|product|microsoft|ms|you)\b[^?]{0,30}\b(?:run|support|offer|use|work with|have|bring|get|release)\b/;
/** The same in other languages: "Wird 1.36 kommen?". */
const TO_COME =
  /^\W*(?:wird|werden|kommt|gibt es|unterstutzt|wann|quand|est-ce que|sera|supportera|habra|cuando|vendra|admite|quando|sara|komt|wanneer)\b(?!.*\b(?:unser\w*|wir|notre|nos|nuestr\w+|onze|wij|nostr\w+)\b)/;
const OWNED = /\b(?:our|we|my|i|this|from|is on|stays?)\b/;

/** "Will our 1.31.12 be deprecated?": whatever is asked of it, it is ours. */
const OWN_VERSION =
  /\b(?:(?:our|unsere?\w?|notre|nuestr[ao])\s(?:own |current |old |version |kubernetes |k8s |v)*|(?:ours|mine) (?:is|has|runs|stands at) (?:on |at |version |v)*)$/;
/** What others warrant: "the vendor certifies Kubernetes 1.29 to 1.32", not "we certified our 1.32 cluster". */
const CERTIFIED =
  /\b(?:certif(?:y|ies|ied)|validat(?:es|ed)|approv(?:es|ed)|qualif(?:ies|ied)|warrants?|guarantees?|released? (?:\w+ ){0,3}for|tested (?:it |them |that )?(?:with|on|against)|(?:support|compatibility|version|interop\w*) (?:matrix|list|table)|freigegeben|gibt|zertifiziert|homologu\w+|certifie\w*|certifica\w*)\b(?<!\b(?:we|i|our \w+) [a-z ]{0,30})(?![^.;]*\b(?:our|we|is on|runs?|running|cluster|unser\w*)\b)[^.;]{0,60}$/;

/** "1.29 to 1.32", "1.30-1.32": from minor to minor, with no word of moving, is a range that something supports. */
function isOfRange(p: Passage, at: number, end: number): boolean {
  if (UPGRADE_VERB.test(p.low) || STEP.test(p.low)) return false;
  return RANGE_BEHIND.test(p.low.slice(at - p.start)) || RANGE_IN_FRONT.test(p.low.slice(0, end - p.start));
}
const STEP = /\b(?:from|von|de|desde|step|way|path|now)\b/;
const TO = '\\s?(?:-|–|to|up to|through|thru|till|until|bis|a|hasta)\\s?';
const MINOR = '(?<![\\d.])v?1\\.\\d\\d(?:\\.x)?(?![.\\d]\\d)';
const RANGE_BEHIND = new RegExp(`^${MINOR}${TO}${MINOR}`);
const RANGE_IN_FRONT = new RegExp(`${MINOR}${TO}${MINOR}$`);

/** "I wrote 1.30.4, but …": what was said before is put right. */
const I_SAID =
  /\b(?:i|we) (?:have |had )?(?:wrote|written|said|told (?:you|him|her|them)|mailed|reported|mentioned|stated|typed|gave(?: you)?)[^.;,\d]{0,16}$/;
const BUT = /^[^.;?\d]{0,40}\b(?:but|however|sorry|wrong|(?:that|this|it|which) (?:was|is|belongs))\b/;
/** "1.30.4, but I read it from the wrong one". */
const MISREAD =
  /^[^.;?\d]{0,24}\b(?:but|and|while|because|only) (?:i|we|he|she) (?:was |were |had |have )?(?:looked|looking|opened|read it|read that|logged (?:in|on|into)|connected)\b[^.;?\d]{0,16}\b(?:at|from|off|on|in|to|the) (?:an?|the|our|my|another)\b(?! (?:portal|screen|docs?|logs?|event))|^[,\s]{1,3}(?:that|this|which) (?:was|is) (?:from|of|on|off) the (?:other|wrong|old|test|lab|neighbou?r\w*) /;
/** "1.30.4 was from the cluster in Porto. The one in Braga has 1.29.7". */
const FROM_THE_OTHER =
  /^ (?:was|is) (?:from|that of|of) (?:the|our|an?) (?:\w+ )?(?:cluster|one)\b[^\d]{0,60}[.;,][^\d]{0,60}\bv?1\.\d\d/;
const MISREAD_REACH = 90;

/** "There is no cluster yet": whatever version is told is that of a cluster to come. */
const NOT_BUILT =
  /\bnew cluster\b[^.;,]{0,40}\b(?:cannot|can't|could not|can not|won't|will not) be (?:created|built|deployed)\b|\b(?:nothing|no cluster|(?:the )?cluster does(?:n't| not)) (?:is |has been )?(?:exists?|installed|there|created|built|running|is there)(?: there)? ?(?:yet|so far)\b|\bno cluster (?:yet|so far)\b/;
const GO = /\bgo\s?$/;

/** "The cluster that has the GPU pool runs 1.32.9": what the cluster has is named only to tell which one is meant. */
const CLUSTER_WITH =
  /\bcluster (?:with|that has|that runs|where|having|for) [^.;,]{1,40} (?:is|was|stands|runs|=)(?: on| at)? ?(?:version |v)?$/;
/** `az aksarc upgrade --kubernetes-version 1.33.5`: what the command is to bring. */
const FLAG = /-kubernetes-?version[\s=:]+["']?v?$/;
/** `helm install x --version=1.29.1`. */
const CHART_FLAG = /\bhelm\b[^;\n]*--version[\s=]+["']?v?$/;

/** "The reference of 1.36 lists it": what is written about, not what runs. */
const OF_THE_DOCS =
  /\b(?:docs?|documentation|reference|changelog|release notes?|blog|article|doku|dokumentation) (?:for|of|about|zu|fur) (?:the )?(?:kubernetes |k8s |version |release )?v?$/;

/** "The badge says beta since 1.32": when a feature reached its stage. */
const OF_STAGE =
  /\b(?:alpha|beta|ga|stable|generally available|preview|(?:enabled|on|off|disabled) by default|graduated|badge)\b[^.;,\d]{0,24}\b(?:since|in|from|as of)(?: version| kubernetes| k8s| release)* v?$/;
/** "Kubernetes was 1.33.4 then", told of a cluster that is off: nothing has changed it since. */
const WAS_THEN =
  /^\s*(?:then|at that time|when (?:it|we) (?:stopped|shut|went)\w*|before (?:the|that) (?:stop|shutdown))/;

export function roleOf(prose: Prose, p: Passage, at: number, end: number): Role {
  const clause = clauseAt(p, at);
  const before = prose.low.slice(Math.max(p.start, at - NAMING_REACH), at);
  const inClause = prose.low.slice(clause.start, at);
  if (FLAG.test(before)) return 'target';
  if (CHART_FLAG.test(prose.low.slice(p.start, at))) return 'tool';
  const after = prose.low.slice(end, Math.min(p.end, end + NAMING_REACH));
  const rest = prose.low.slice(end, Math.min(clause.end, end + NAMING_REACH));
  if (
    NAME_TAG.test(before) &&
    /\S:$/.test(before) &&
    !/(?:version|k8s|kubernetes|server|cluster|nodes?|aks|azure ?local|solution|release|train|hosts?|prod|dev|test)\s*:$/.test(
      before,
    )
  )
    return 'tool';
  if (GO.test(before)) return 'tool';
  if (p.isQuestion && CAPABILITY.test(p.low) && !OWNED.test(p.low)) return 'offered';
  if (p.isQuestion && TO_COME.test(p.low)) return 'offered';
  if (isRefuted(prose, p)) return 'denied';
  const behind =
    namedBehind(after, before) ??
    (NOT_READY_BEHIND.test(prose.low.slice(end, end + NAMING_REACH)) ? 'offered' : undefined);
  if (behind) return behind;
  if (OF_STAGE.test(before)) return 'upstream';
  if (BOUND_OF_RULE.test(before) || OF_THE_DOCS.test(before)) return 'upstream';
  if (OWN_VERSION.test(before)) return isElsewhere(prose, p, at) ? 'other' : 'current';
  if (CERTIFIED.test(inClause) || isOfRange(p, at, end)) return 'upstream';
  if (I_SAID.test(before) && BUT.test(prose.low.slice(end, end + MISREAD_REACH))) return 'denied';
  if (MISREAD.test(prose.low.slice(end, end + MISREAD_REACH))) return 'denied';
  if (FROM_THE_OTHER.test(prose.low.slice(end, end + MISREAD_REACH + NAMING_REACH))) return 'other';
  const isServer = CLUSTER_WITH.test(before) || SPOKEN_TO.test(before) || SERVER_BEHIND.test(after);
  const named = naming(before);
  const name = isServer && (named === 'client' || CLUSTER_WITH.test(before)) ? 'cluster' : named;
  const isPlatform = name === 'tool' && (ON_PLATFORM.test(before) || RUNS_ON.test(before));
  if (name && name !== 'cluster' && !isPlatform) return name;
  if (isElsewhere(prose, p, at)) return 'other';
  if (isOfHealthyOne(prose, p, at, end)) return 'other';
  if (NOT_BUILT.test(prose.low)) return 'target';
  if (GOAL.test(inClause) || TO_REACH.test(before)) return 'target';
  const move = moveRole(p, { before, inClause, rest });
  if (move) return move;
  if (
    isNegated(p, at) &&
    /\b(?:not|nicht|pas|kein\w*|never|n't)\W+(?:\w+\W+){0,3}$/.test(before) &&
    !/no(?:t)? (?:longer|more)/.test(before)
  )
    return 'denied';
  if (UPSTREAM.test(before)) return 'upstream';
  if (/(?:^|\()[\s,;]*(?:before|formerly|previously)\s*$/.test(inClause)) return 'past';
  const isNow = NOW.test(inClause.slice(-24));
  if (
    OFFERED.test(inClause) &&
    !/\b(?:still|we are|we're|cluster is|on|is on|runs?)\s*(?:on|at)?\s*(?:v|version|kubernetes|k8s)?\s*$/.test(
      inClause,
    )
  )
    return OURS_BEHIND.test(prose.low.slice(end, end + OURS_REACH)) ? 'current' : 'offered';
  if (BEFORE_CHANGE.test(inClause) && (!isNow || STILL_THEN.test(inClause))) return 'past';
  if (PAST.test(inClause.slice(-40)) && WAS_THEN.test(after) && matchesOf(KUBERNETES, prose.low).length === 1)
    return 'current';
  if (PAST.test(inClause.slice(-40)) && !isNow && !/\bwas it\b/.test(inClause)) return 'past';
  if (
    isPlanned(prose, p, at) &&
    !/\b(?:we are|we're|is|are|runs?|sits?|stands?|still) (?:on|at|running)?\s*(?:v|version|kubernetes|k8s)?\s*$/.test(
      inClause,
    )
  )
    return 'target';
  return isCorrection(p, at, after) ? 'corrected' : 'current';
}

const TURNED_DOWN =
  /\b(?:was|is|were|got|and|been|immediately|right away) (?:\w+ )?(?:rejected|refused|denied|declined|blocked|stopped) by\b|\bnothing (?:was|is|got) (?:rolled|upgraded|changed|updated)\b/;

/** "Upgraded from A to B and rolled back": where it came from is where it is. */
const TAKEN_BACK =
  /\b(?:roll(?:ed)?[- ]?back(?! (?:from|to)\b)|reverted(?! (?:from|to)\b)|undone|backed out|zuruckgerollt|ruckgangig|retour arriere|revertid[oa])\b/;

/** "From 1.30.14 to": the move needs no verb. */
const FROM_ONE_TO = /\b(?:from|von|de|desde) v?1\.\d\d[\d.]*\s+(?:to|auf|nach|a|vers)\s+v?$/;

/** "From A to B": A is current while the move is not done, B afterwards. */
function moveRole(p: Passage, words: { before: string; inClause: string; rest: string }): Role | undefined {
  const isDone =
    DONE.test(p.low) &&
    !TURNED_DOWN.test(p.low) &&
    !TAKEN_BACK.test(p.low) &&
    !NOT_SUCCESSFUL.test(p.low) &&
    !NOT_DONE.test(words.inClause.replace(/.*\bafter\b|.*\bsince\b/s, ''));
  if (
    CAME_FROM.test(words.before) &&
    matchesOf(KUBERNETES, p.low).length > 1 &&
    !NOT_DONE.test(p.low) &&
    !TAKEN_BACK.test(p.low)
  )
    return 'past';
  if (FROM.test(words.before) && /\b(?:to|auf|nach|vers|a|->)\b|->/.test(words.rest))
    return isDone ? 'past' : 'current';
  if (STANDS.test(words.before)) return undefined;
  if (!IN_FRONT_OF_TARGET.test(words.before))
    return /^\s*(?:->|=>|-->|to|auf)\s*v?1\.\d/.test(words.rest) ? (isDone ? 'past' : 'current') : undefined;
  const isArrow = /(?:->|=>|-->)\s*$/.test(words.before) || FROM_ONE_TO.test(words.before);
  const isMove = isArrow
    ? /1\.\d[\d.]*\s*(?:->|=>|-->|to|auf|nach|a|vers)\s*v?$/.test(words.before)
    : UPGRADE_VERB.test(p.low);
  if (!isMove) return undefined;
  return isDone ? 'current' : 'target';
}

function isCorrection(p: Passage, at: number, after: string): boolean {
  const before = p.low.slice(0, at - p.start);
  return CORRECTION.test(before.slice(-70)) || /^\s*(?:it is|is it|is right|is correct|stimmt)\b/.test(after);
}
