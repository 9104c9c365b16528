/** What the cluster is used for: production, or something that may break. */

import { clauseAt, evidenceSpan, type Passage } from '../document.ts';
import { type Found, typed, WEIGHT } from '../found.ts';
import { matchesOf } from '../matches.ts';
import { isAsked, isElsewhere, isNegated, isPlanned, type Prose } from '../stance.ts';

const PLACE =
  '(?:cluster|system|environment|env|setup|site|installation|instance|stage|workloads?|platform|umgebung)s?';
const PRODUCTION = new RegExp(
  [
    `\\b(?:prod|production|productive|productif|produktiv\\w*)[- ]?${PLACE}\\b`,
    '\\b(?:in|on) (?:our |the |full )?(?:production|prod)\\b',
    '\\b(?:prod|production) (?:is|are|was|fails?|down|affected|broken|stands|since)\\b',
    "\\b(?:is|it's|its|this is|of) (?:our |a |the )?(?:production|prod)\\b(?! (?:ready|like))",
    '\\bproductive(?: use)?(?: since|,|\\.|$)',
    '\\b(?:env|environment|stage|umgebung|usage)\\s?[:=]\\s?(?:production|prod|productive|live)\\b',
    '\\blive (?:system|cluster|environment)\\b',
    '(?<=(?:^|[,/|;])\\s{0,3})(?:prod|production)(?=\\s*(?:$|[,/|;]|\\.\\s|\\.$))',
    '\\bthe productive one\\b',
    '\\b(?:en production|en produccion|produktivbetrieb|produktion(?=\\W|$))',
  ].join('|'),
  'g',
);
const TESTING =
  'test|dev|development|lab|staging|qa|uat|sandbox|poc|proof of concept|demo|training|playground|homelab|pre-?prod\\w*|non-?prod\\w*|eval\\w*|pilot';
const TEST = new RegExp(
  [
    `\\b(?:${TESTING})[- ]?${PLACE}\\b`,
    `\\b(?:just|only|is|it's|its|still|purely) (?:a |an |for |our |my |the )*(?:${TESTING})\\b(?! (?:pod|app|namespace|yaml|file|workload|deployment|user|run|image))`,
    '\\b(?:in|on) (?:our |the |my |a )?(?:lab|homelab|sandbox|poc|playground)\\b',
    `\\b(?:env|environment|stage|umgebung|usage)\\s?[:= ]\\s?(?:${TESTING})\\b`,
    `(?<=[,/|;]\\s{0,3})(?:${TESTING})(?: only| env)?(?=\\s*(?:$|[,/|;]|\\.\\s|\\.$))`,
    `\\b(?:lab|test|dev) (?:env )?only\\b`,
    '\\bpre-?production\\b|\\bcluster (?:of|for) (?:the |our )?(?:tests?|lab|dev\\w*|training|staging)\\b',
    '\\bin (?:our |the )?(?:dev|test|qa|staging)(?=\\s*(?:$|[,.;!)]))',
    "\\b(?:not|isn't|no|nicht|kein\\w*) (?:in |on |yet |our |a |even )*(?:production|prod|productive|produktiv)\\b",
    '\\b(?:testumgebung|testcluster|testsystem|laborumgebung|environnement de test|entorno de pruebas)\\b',
  ].join('|'),
  'g',
);
/** Parts of words without which a sentence names none: looked for first, because that costs a tenth. */
const NEAR = /prod|live|test|dev|lab|stag|qa|uat|sandbox|poc|proof of|demo|training|playground|eval|pilot|prueba/;
/** "It works on the test cluster": that one is not the affected one. */
const FINE_THERE = /\b(?:fine|works?|worked|ok|okay|no problem|not affected|tested|never)\b/;
const NOT_FINE = /\b(?:not|no longer|since|until|n't)\b|n't\b/;
const NOT_YET = /\b(?:before|until|go(?:es|ing)? (?:to|into|live)|ready for|move to|promote)\b[^.;]{0,24}$/;

function usable(prose: Prose, p: Passage, at: number): boolean {
  const clause = clauseAt(p, at);
  return (
    !isPlanned(prose, p, at) &&
    !isAsked(p, at) &&
    !isElsewhere(prose, p, at) &&
    !NOT_YET.test(prose.low.slice(clause.start, at))
  );
}

export function environment(prose: Prose): Found[] {
  const near = prose.passages.filter((p) => NEAR.test(p.low));
  const read = (value: 'production' | 'test', re: RegExp): Found[] =>
    near.flatMap((p) =>
      matchesOf(re, p.low).flatMap((m) => {
        const at = p.start + m.index;
        if (!usable(prose, p, at)) return [];
        const { low } = clauseAt(p, at);
        if (FINE_THERE.test(low) && !NOT_FINE.test(low)) return [];
        if (value === 'production' && isNegated(p, at)) return [];
        return [typed('environment', value, evidenceSpan(p, at, at + m[0].length), { weight: WEIGHT.said })];
      }),
    );
  return [...read('production', PRODUCTION), ...read('test', TEST)];
}
