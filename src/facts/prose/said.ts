/** Facts that are simply said: stage of a feature, status of the minor, cause, origin of a component, health, CNI. */

import { clauseAt, evidenceSpan, type Passage } from '../document.ts';
import { type Found, typed, WEIGHT } from '../found.ts';
import { matchesOf } from '../matches.ts';
import { isAsked, isElsewhere, isNegated, isPlanned, isRefuted, type Prose } from '../stance.ts';
import { CAUSE_SAYINGS } from './cause-sayings.ts';
import { SAYINGS, type Saying } from './sayings.ts';

const ALL: readonly Saying[] = [...SAYINGS, ...CAUSE_SAYINGS];

/** "A beta thing we tried in the lab is long gone": a stage that nothing here has any more. */
const GONE =
  /\b(?:another|other|lab|test|once|tried|trial|used to|had)\b[^.;]*\b(?:(?:is|are|was|were|has been|have been|went) (?:(?:long|already|since|meanwhile|all|now) )*(?:gone|removed|deleted|switched off|turned off|disabled|uninstalled|thrown away|history)|no longer (?:there|used|installed|active|enabled|exists?))\b/;
/** "Released in spring; a year ago it had been a preview": what it was before it was released. */
const RELEASED =
  /\b(?:generally available|general availability|(?:is|went|it's|now|are|became|turned|since|already) (?:now |fully |already )?ga|allgemein verfugbar|ga (?:now|since|in|as of|today))\b/;
const WAS_THEN =
  /\b(?:had (?:it|this|that|them)|(?:it|this|that|we|they) (?:was|were)|used to|last (?:year|month|spring|summer|autumn|winter)|in 20\d\d|until(?! (?:it |it's |it is )?(?:generally|general|ga)\b)|back then|before|initially|originally|in the beginning|when (?:we|i)|at (?:first|that time|the time)|hatten|war(?:en)?|letztes jahr|fruher|davor|anfangs|zuerst|am anfang|avait|etait|au debut|era|fue|al principio|all'inizio|eerst|in het begin)\b/;

/** "In preview until it is generally available": what is still to come. */
const AHEAD =
  /\b(?:until|before|not yet|planned|announced|expected|bis zur?|jusqu'a|hasta|fino a)(?: (?:it|it's|is|this|becomes?|goes|being|be|to|as|for|the|officially|fully))*\s*$/;

const isFormer = (prose: Prose, p: Passage, at: number, value: unknown): boolean =>
  value !== 'ga' &&
  value !== 'stable' &&
  (GONE.test(p.low) ||
    (WAS_THEN.test(clauseAt(p, at).low) && (isReleased(p) || isReleased(prose.passages[p.index - 1]))));

function isReleased(p: Passage | undefined): boolean {
  const m = p && RELEASED.exec(p.low);
  return m ? !AHEAD.test(p.low.slice(0, m.index)) : false;
}

/** "Wir haben nichts in kube-system installiert": denied inside the words themselves. */
const DENIED_INSIDE =
  /\b(?:nothing|not|never|nobody|nichts|nicht|nie|niemand|kein\w*|rien|personne|nada|nadie|nunca|nulla|niente|nessun\w?|niets|niet|nooit|geen)\b/;

function readingsOf(prose: Prose, p: Passage, saying: Saying): Found[] {
  if (saying.unless?.test(p.low)) return [];
  return matchesOf(saying.re, p.low).flatMap((m) => {
    const at = p.start + m.index;
    const end = at + m[0].length;
    if (saying.fact === 'featureStage' && isFormer(prose, p, at, saying.value)) return [];
    if (saying.value === 'ga' && AHEAD.test(p.low.slice(0, m.index))) return [];
    if (isAsked(p, at) || isElsewhere(prose, p, at) || isRefuted(prose, p) || isPlanned(prose, p, at)) return [];
    const negated =
      /^\s*\?\s*(?:no|nein|non|nope)\b/.test(prose.low.slice(end, end + 10)) ||
      isNegated(p, at) ||
      (saying.denied === false && DENIED_INSIDE.test(m[0])) ||
      /\b(?:not|nothing|no|never|isn't|nicht|kein\w*|pas)[^\w,.;]+(?:\w+[^\w,.;]+){0,1}$/.test(
        prose.low.slice(Math.max(p.start, at - 20), at),
      ) ||
      /^(?:nothing|no) (?!longer|more)/.test(m[0]);
    // "Not a preview of yours, upstream it is beta": what it is says more than what it is not.
    const value = negated ? saying.denied : saying.value;
    if (value === undefined) return [];
    return [
      typed(saying.fact, value, evidenceSpan(p, at, end), {
        weight: negated && saying.fact === 'featureStage' ? WEIGHT.hint : (saying.weight ?? WEIGHT.said),
        approx: saying.fact === 'featureStage' && STAGE_DOUBTED.test(p.low),
      }),
    ];
  });
}

/** "Might be a preview, not sure": a stage that is only supposed has to be asked. */
const STAGE_DOUBTED =
  /\b(?:might|may|could) be\b|\b(?:maybe|perhaps|probably|possibly|not sure|unsure|not certain|no idea|don'?t know|i (?:think|guess|believe)|vermutlich|vielleicht|peut-etre|quizas)\b/;

/** The sentences in which one of these stands. Most stand nowhere, so each is looked for in the whole message at once. */
function passagesWith({ low, passages }: Prose, words: readonly string[]): Passage[] {
  const found = new Set<Passage>();
  for (const word of words) {
    let index = 0;
    for (let at = low.indexOf(word); at >= 0; at = low.indexOf(word, at + 1)) {
      while ((passages[index]?.end ?? low.length) <= at) index++;
      const passage = passages[index];
      if (passage && passage.start <= at && at + word.length <= passage.end) found.add(passage);
    }
  }
  return found.size < 2 ? [...found] : passages.filter((passage) => found.has(passage));
}

const IN_KUBE_SYSTEM = /\bkube-system\b/;
const PUT_THERE =
  /\b(?:we|i|they|someone|somebody|colleague|predecessor|wir|on)\b[^.;!?]{0,24}\b(?:put|deployed|installed|placed|moved|rolled)\b[^.;!?]{0,16}\b(?:it|them|that)?\s?(?:there|in there|ourselves|ourselfs)\b/;

/** "Its namespace is kube-system. Installed by? Our team." */
const WHO_PUT = /\bwho (?:has |had )?(?:put|did|installed|deployed|placed|created|brought)\b[^.;]*\?/;
const WE_DID =
  /^\W*(?:me|i|we|us|ourselves|myself|my|our|an?|the|some)\b(?! (?:aks|microsoft|product|extension|system|default))(?: (?:did|have|had|was|were|it|colleague|predecessor|intern|team|admin|partner|former|old)\b)*/;
const BY_US =
  /^\W*(?:it was |was )?(?:installed|deployed|put there|placed there|added) by (?:us|me|our|my|ourselves|myself|a colleague|an intern)\b/;

/** "fluent-bit in kube-system crashes. We put it there ourselves." */
function putThere(prose: Prose): Found[] {
  if (!IN_KUBE_SYSTEM.test(prose.low)) return [];
  return prose.passages.flatMap((p, i) => {
    const previous = prose.passages[i - 1];
    const asked = prose.passages[i - 2];
    const isAnswer =
      previous !== undefined &&
      WHO_PUT.test(previous.low) &&
      IN_KUBE_SYSTEM.test(`${asked?.low ?? ''} ${previous.low}`);
    const m = isAnswer
      ? WE_DID.exec(p.low)
      : previous && IN_KUBE_SYSTEM.test(previous.low)
        ? (PUT_THERE.exec(p.low) ?? BY_US.exec(p.low))
        : null;
    if (!m || isNegated(p, p.start + m.index)) return [];
    return [typed('workloadInKubeSystem', true, evidenceSpan(p, p.start + m.index, p.start + m.index + m[0].length))];
  });
}

export const sayings = (prose: Prose): Found[] => [
  ...ALL.flatMap((s) => passagesWith(prose, s.near).flatMap((p) => readingsOf(prose, p, s))),
  ...putThere(prose),
];
