/** Whether a change of a node that a sentence speaks of was carried out. */
import { clauseAt, type Passage } from '../document.ts';
import { isAsked, isElsewhere, isNegated, isPlanned, isRefuted, type Prose } from '../stance.ts';
import { UNSURE } from './node-change-words.ts';

/** "Did somebody change the memory?" states no change. */
const WHETHER = /^\W*(?:did|has|have|was|were|hat|haben) (?:some|any|the|our|it|they|he|she|you|jemand)/;

/** "The docs warn that changing vCPUs breaks support". */
const WARNED =
  /\b(?:docs?|documentation|polic(?:y|ies)|rules?|page|article|microsoft|support|everybody|colleagues?)\b[^.;]{0,20}\b(?:warns?|warned|forbids?|forbade|prohibits?|advises? against|tells? (?:us |you )?not)\b[^.;]*$/;

/** "Is it a problem that we raised the memory?" asks about what was done. */
const THAT_WE = /\b(?:that|because|since|after|when) (?:we|i|they|he|she|you|someone|somebody|(?:our|the|an?) \w+)\b/;

/** Stated as carried out on this cluster. */
export const isDone = (prose: Prose, p: Passage, at: number): boolean =>
  !NOT_CARRIED_OUT.test(p.low) &&
  !isTakenBack(prose, at) &&
  !isAdviceLeft(prose, p) &&
  !isNegated(p, at) &&
  !NEVER_ABROAD.test(clauseAt(p, at).low.slice(0, Math.max(0, at - clauseAt(p, at).start))) &&
  !(p.isQuestion && WHETHER.test(p.low)) &&
  !(isAsked(p, at) && !THAT_WE.test(p.low.slice(0, Math.max(0, at - p.start)))) &&
  !isPlanned(prose, p, at) &&
  !WARNED.test(p.low.slice(0, Math.max(0, at - p.start))) &&
  !isElsewhere(prose, p, at) &&
  !isRefuted(prose, p);

/** "Somebody told us to set it. We did not follow this": advice, and what became of it a sentence later. */
const ADVICE =
  /\b(?:(?:told|asked|advised|instructed|wanted|urged) (?:us|me|him|them|her) to|(?:advice|suggestion|idea|proposal|recommendation) (?:was|is) to|(?:suggested|proposed|recommended|advised|said)(?: (?:us|me))? (?:to|that we|we should)|(?:suggested|proposed|recommended|advised)|conseille|suggere|propose|recommande|empfahl|empfohlen|geraten|riet|aconsej\w+|recomend\w+|suger\w+|sugiri\w+|consigli\w+|aanbevolen|adviseerde|aangeraden)\b/;
const LEFT =
  /^\W*(?:(?:but|so|and|yet|however|luckily|of course|instead) ?,? )*(?:(?:we|i|they|he|she|nobody|no one|none of us)\b[^.;,]{0,16}\b(?:(?:did|have|has|had)(?:n't| not) (?:\w+ )?(?:follow\w*|do|done|dared?|obey\w*|take|tak\w+|listen\w*|comply)|ignored|declined|refused|rejected|followed (?:this|that|it) not|never (?:did|followed))|(?:nobody|no one|none of us) (?:followed|did|took)|(?:this|that|it) was (?:not|never) (?:done|followed|carried out)|(?:das|dem|es) haben wir nicht|wir haben (?:das|es|dem) nicht|nous ne l'avons pas|on ne l'a pas|no lo (?:hicimos|hemos hecho|seguimos)|non l'abbiamo (?:fatto|seguito)|dat hebben we niet|we hebben dat niet)\b/;

const isAdviceLeft = (prose: Prose, p: Passage): boolean =>
  ADVICE.test(p.low) && LEFT.test(prose.passages[p.index + 1]?.low ?? '');

/** "Mai modificate", "nooit gewijzigd". */
const NEVER_ABROAD = /\b(?:mai|nulla|niente|niets|nooit)\b[^.;,]{0,16}$/;

/** "Sorry no, that was on the SQL VMs": taken back in the same breath. */
const RETRACTED =
  /\b(?:nothing|no \w+)(?: \w+){0,2} (?:was|were|is|got|has been|had been) (?:\w+ )?(?:changed|modified|done|touched|deleted|removed|added|edited)\b[^.;]{0,12} (?:after all|in the end|at the end|finally)\b|\b(?:after all|in the end|at the end|luckily|fortunately|thank god|thankfully)[,:]? (?:nothing|no \w+) (?:was |were |got |has been |had been |is )?(?:changed|modified|done|touched|deleted|removed|happened)\b|\bon the wrong (?:machine|vm|host|server|window|cluster|one)\b|\b(?:no|nope|wait|sorry|correction)\b[\s,.:]*(?:(?:no|wait|sorry)[\s,.:]+)?(?:that|it|this|those|they) (?:was|were|is|happened|belongs?) (?:on |at |in |for |to |done (?:on|to) )?(?:the |our |an? |my )?(?:aks |cloud |azure |public |customer'?s? ){0,3}(?:other|another|different|hosts?|sql|dc|domain|db|database|file ?server|exchange|test|dev|lab|poc|sister|neighbou?r\w*)\b/;
const RETRACTED_REACH = 140;

/** Taken back behind the words that end at `at`. */
export const isTakenBack = (prose: Prose, at: number): boolean =>
  RETRACTED.test(prose.low.slice(at, at + RETRACTED_REACH));

/** "… but access denied", "… so we did not": tried or thought of, not done. */
const NOT_CARRIED_OUT =
  /\b(?:offer|refus|propos|suggest|declin)\w* (?:us )?to\b|\b(?:we|i|they|he|she) (?:(?:have|has|had|always|so far) )*(?:refused|declined|rejected|resisted|said no|turned (?:it|that|this) down)\b|\b(?:tried|try|attempt\w*|wanted)\b[^.;]{0,60}\b(?:denied|failed|fails|not allowed|no permission|forbidden|refused|disabled|impossible|without success)\b|\b(?:we|i|they|he|she|nobody) (?:did|have|has)(?:n't| not)(?: do| done| dare)?(?: it| that| so)?(?: yet)?\s*[.!)]*\s*$|\b(?:forbids?|prohibits?|not allowed|must not|may not|never should)\b[^.;]{0,20}\b(?:change|modify|touch|edit)/;

/** What is possible or forbidden, not what was done. */
export const isRemark = (p: Passage): boolean =>
  /\b(?:is|are|was) (?:disabled|not (?:allowed|possible|permitted)|blocked|forbidden)\b|\b(?:(?:ist|sind) (?:verboten|untersagt|nicht erlaubt)|est interdit|esta prohibido|e vietato|is verboden)\b/.test(
    p.low,
  );

/** Suspicion is no change: "the virtualization team did something, no idea if it was ours". */
export const isUnsure = (prose: Prose, p: Passage): boolean => UNSURE.test(p.low) && prose.passages.length > 0;

/** "Microsoft forbids Set-VMMemory", "without Set-VM": the cmdlet is named, not run. */
const ONLY_NAMED =
  /\b(?:forbid\w*|prohibit\w*|not use|not run|avoid\w*|instead of(?! \d)|never (?:use|run)|without|no)\W+(?:\w+\W+){0,2}$/;
const FAILED =
  /^(?:\s+-\w+(?:\s+[^\s-][^\s]*)?){0,8}\s*(?:command |cmdlet |call )?(?:has |was |is |just )?(?:fail(?:ed|s)?|refused|denied|rejected|gave (?:an )?error|returns? (?:an )?error|threw|not recogni[sz]ed|did not work|does not work|didn't work)\b/;
const DOER_IN_FRONT = /\b(?:we|i|he|she|they|you|team|partner|\w*admins?|coll?ea?gue|guys?|somebody|someone|wir|ich)\b/;

/** A cmdlet that was run, and not only asked about, forbidden or refused. */
export function isRun(prose: Prose, p: Passage, at: number, end: number): boolean {
  const before = p.low.slice(0, at - p.start);
  if (/^\s?\?/.test(prose.low.slice(end, end + 2))) return false;
  if (ONLY_NAMED.test(before) || FAILED.test(prose.low.slice(end, p.end))) return false;
  return !isAsked(p, at) || DOER_IN_FRONT.test(before);
}
