/** On whose word a node was changed: Microsoft's, an article's, or one's own. */
import type { NodeChange } from '../../model/facts.ts';
import type { Passage } from '../document.ts';
import type { Prose } from '../stance.ts';
import { CASE_NUMBER, DIRECTED, DOCUMENTED, NOT_DIRECTED } from './node-change-words.ts';

/** A case that is about something else directs nothing: "SR 2610… concerns our mail server". */
const OTHER_CASE =
  /\b(?:case|ticket|sr|service request)\b[^.!?]{0,40}\b(?:about|for|concern\w*|regarding|unrelated|because of|(?:another|different|other) (?:matter|topic|thing|problem|issue|story))\b(?! (?:this|that|it)\b)/;
const TOLD = /\b(?:told|asked|instruct\w*|direct\w*|had us|made us|recommend\w*|advis\w*|wanted us|on order)\b/;

/** Where a change's reason may stand: its sentence and the neighbours of it. */
const withoutOtherCases = (prose: Prose, p: Passage): string =>
  prose.passages
    .slice(Math.max(0, p.index - 1), p.index + 2)
    .filter((x) => x.index === p.index || TOLD.test(x.low) || !(OTHER_CASE.test(x.low) || isCallForHelp(x)))
    .map((x) => x.low)
    .join(' ');

/** "Can Microsoft support help?", "please let your engineer call us": nobody at Microsoft has said a thing yet. */
const isCallForHelp = (x: Passage): boolean => x.isQuestion || WISH.test(x.low);
const WISH =
  /^\W*(?:so |and |but |now )?(?:please|pls|plz|kindly|can|could|would|should|we (?:need|want|hope|wait|ask|would))\b/;
const ASKED_FOR = /\b(?:please|let|need|want|hope|waiting for|contact(?:ed)?|call(?:ed)?|can|could)\W+(?:\w+\W+){0,2}$/;
/** "The engineer did not ask us", "told us not to". */
const DID_NOT =
  /^[^.;,]{0,40}\b(?:(?:did|has|have|had|does)(?:n't| not| never) (?:ask|tell|told|want|instruct|direct|request|recommend|advise|say|said)|(?:told|asked|advised|warned|instructed) us (?:not|never)|warned)\b/;
const TO_BE_ASKED = /^(?: \w+)? (?:is|are|will be) (?:now )?(?:asked|requested|needed|wanted|to)\b/;

/** "Wrote that we may look but must not change": Microsoft's word, and against what was done. */
const FORBADE =
  /^[^.;]{0,80}\b(?:must not|mustn't|may not|should not|shouldn't|do not|don't|not to|never|nothing may be|leave (?:it|them|everything) alone)\b(?: (?:be|get))?(?: \w+)? ?(?:chang\w+|modif\w+|touch\w*|edit\w*|set\b|alter\w*|write|do (?:it|that|this|so))?/;
const AGAINST_IT =
  /\b(?:against (?:that|this|it|(?:the|their|your|his|her|this|that) (?:advice|order|word|instruction|rule)\w*)|despite (?:that|this|it)|nevertheless|anyway|all the same|trotzdem|malgre cela|a pesar de eso)\b/;

/** The same in the words of many languages: no order, nobody asked, of one's own accord. */
const OWN_WORDS = new RegExp(
  `\\b(?:${[
    '(?:no|without(?: an?| any)?|never an?) (?:instruction|order|request|direction|advice|word|approval)s?(?: whatsoever| at all)? (?:by|from|of) (?:microsoft|ms|you|support)',
    'nicht (?:von |durch )?(?:microsoft|ms)',
    '(?:microsoft|ms)(?: support)? (?:wus+te|weis+|hat) (?:davon |hiervon |das )?(?:nichts|nicht)',
    'kein\\w* (?:anweisung|auftrag|weisung|vorgabe|anordnung) (?:von|durch|vom) (?:microsoft|ms)',
    'ohne (?:jede )?(?:rucksprache|absprache|anweisung|auftrag|wissen|zustimmung)(?: (?:mit|von|durch) (?:dem )?(?:microsoft|ms))?',
    '(?:auf|aus) eigene[rn]? (?:faust|initiative|antrieb|entscheidung|wunsch)|eigenmachtig',
    "sans (?:l'|une? |aucune? |la )?(?:instruction|demande|ordre|avis|accord)s? de (?:microsoft|ms|votre support)|de (?:notre|leur|sa) (?:propre )?initiative|(?:microsoft|ms) n'(?:etait pas|en savait rien|a (?:rien|pas))",
    '(?:geen|zonder) (?:enige )?(?:opdracht|verzoek|instructie|aanwijzing|toestemming|overleg)(?: (?:van|met) (?:microsoft|ms))|(?:microsoft|ms) wist (?:er |hier )?(?:van )?(?:niets|nergens)|(?:op|uit) eigen (?:initiatief|houtje|beweging)',
    'sin (?:ninguna? )?(?:instruccion(?:es)?|orden|peticion|indicacion(?:es)?|permiso) de (?:microsoft|ms)|por (?:decision|iniciativa|cuenta) propia|por nuestra cuenta|(?:microsoft|ms) no (?:lo )?sabia',
    'senza (?:alcuna )?(?:istruzion[ei]|richiesta|ordine|indicazion[ei]) (?:di|da) (?:microsoft|ms)|di (?:nostra|loro|sua) iniziativa|(?:microsoft|ms) non (?:ne |lo )?sapeva',
  ].join('|')})\\b`,
);

/** Said in so many words that Microsoft had no part in it. */
const OWN_DECISION =
  /\b(?:(?:microsoft|ms)(?: support)? (?:wurde|war|ist|hat) nicht|ohne (?:microsoft|ms|den support)|sans (?:demander a )?microsoft|sin (?:preguntar a )?microsoft|own (?:idea|initiative|decision)|(?:nobody|no one|none) (?:from |at |of )?(?:microsoft|ms|support|you)(?: support)? (?:\w+ )?(?:asked|told|ordered|directed|instructed|wanted|said|requested|knew|knows)|on (?:his|her|their|our|my) own\b(?! (?:cluster|site|hosts?|hardware|node|vm))|not (?:by |from )?(?:microsoft|ms)\b(?! (?:article|docs?|page))|without (?:asking )?(?:microsoft|ms|support)|(?:microsoft|ms|support|you)(?: support| engineers?)? (?:(?:was|were|is|are|has|have|had)(?:n't| not| never)(?: been)?|never) (?:asked|involved|informed|told|consulted|contacted|knew|know))\b/;

/** "Not her own idea, support wanted it". */
const NOT_OWN =
  /\b(?:not?|never|wasn't|isn't|weren't|kein\w*) (?:on |at |just |only |really )*(?:(?:their|his|her|our|my|an?) )?own (?:idea|initiative|decision|account|wish)\b/g;

const OURSELVES = /\b(?:ourselves|myself|on our own|by ourselves)\b/;

type Reason = Pick<NodeChange, 'directedByMicrosoft' | 'documentedByMicrosoft' | 'reference'>;

const OWN_IDEA = /\b(?:my|our|his|her|their) (?:own )?(?:idea|decision|initiative)\b/;
/** "(my idea)", right behind the change. */
const ASIDE = /^[^();,]{0,60}\(([^()]{2,60})\)/;
/** "The former I wanted, the latter support did". */
const ORDINALS = [/\b(?:first|1st|former)\b/, /\b(?:second|2nd|latter|other)\b/, /\b(?:third|3rd)\b/] as const;
const NEXT_ORDINAL = /\b(?:first|1st|former|second|2nd|latter|other one|third|3rd)\b/;

/** What is said of who wanted one of several changes: in brackets behind it, or by its number further on. */
export function ownReason(low: string, end: number, index: number, last: number): Reason | undefined {
  const aside = ASIDE.exec(low.slice(end, end + ASIDE_REACH))?.[1];
  const told = (aside && wantedBy(aside)) ?? undefined;
  if (told) return told;
  const behind = low.slice(last);
  const named = ORDINALS[index]?.exec(behind);
  if (!named || !ORDINALS[0].test(behind)) return undefined;
  const words = behind.slice(named.index + named[0].length);
  return wantedBy(words.slice(0, NEXT_ORDINAL.exec(words)?.index ?? ORDINAL_REACH));
}
const ASIDE_REACH = 110;
const ORDINAL_REACH = 160;

function wantedBy(words: string): Reason | undefined {
  if (OWN_IDEA.test(words) || OWN_DECISION.test(words)) return { directedByMicrosoft: false };
  if (!DIRECTED.test(words) || NOT_DIRECTED.test(words)) return undefined;
  const reference = CASE_NUMBER.exec(words)?.[0];
  return { directedByMicrosoft: true, ...(reference ? { reference } : {}) };
}

/** What the message says of who wanted the change told in `p`. */
export function reasonOf(prose: Prose, p: Passage): Reason {
  const wide = withoutOtherCases(prose, p).replace(NOT_OWN, ' ');
  const reason: Reason = {};
  const isOwn = NOT_DIRECTED.test(wide);
  const directed = DIRECTED.exec(wide);
  const isToldOtherwise =
    directed !== null &&
    /\b(?:not|nobody(?! (?:except|but|other than))|never|without|no|kein\w*|ohne|nicht|sans|sin|senza|geen|zonder|niet|pas|ningun\w*|nessun\w*)\W+(?:\w+\W+){0,3}$/.test(
      wide.slice(0, directed.index),
    );
  const isWanted =
    directed !== null &&
    (DID_NOT.test(wide.slice(directed.index + directed[0].length)) ||
      ASKED_FOR.test(wide.slice(0, directed.index)) ||
      TO_BE_ASKED.test(wide.slice(directed.index + directed[0].length)));
  const behind = directed ? wide.slice(directed.index + directed[0].length) : '';
  const isAgainst = directed !== null && FORBADE.test(behind) && (AGAINST_IT.test(behind) || OURSELVES.test(behind));
  const wider = `${wide} ${prose.passages[p.index + 2]?.low ?? ''}`;
  if (directed && !isOwn && !isToldOtherwise && !isWanted && !isAgainst && !OWN_WORDS.test(wide))
    reason.directedByMicrosoft = true;
  else if (isAgainst || OWN_DECISION.test(wider) || OWN_WORDS.test(wider)) reason.directedByMicrosoft = false;
  if (DOCUMENTED.test(wide) && !isOwn) reason.documentedByMicrosoft = true;
  const reference = CASE_NUMBER.exec(wide)?.[0];
  if (reference && reason.directedByMicrosoft) reason.reference = reference;
  return reason;
}
