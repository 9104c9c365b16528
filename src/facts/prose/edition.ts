/** The edition of the policy that a person names: "judge us by the edition aks-hybrid-2022". Which there are is data, not known here. */
import { evidenceSpan } from '../document.ts';
import { type Found, typed } from '../found.ts';
import { matchesOf } from '../matches.ts';
import { isElsewhere, isNegated, type Prose } from '../stance.ts';

/** Ids of editions: a product's name and a year. */
const EDITION_ID = /\b[a-z]+(?:-[a-z]+)+-20\d\d\b/g;
const NEAR = /\b(?:edition|polic(?:y|ies)|judge\w*|ausgabe|richtlinie|edicion)\b/;

export const edition = (prose: Prose): Found[] =>
  prose.passages.flatMap((p) => {
    if (!NEAR.test(p.low) || p.isQuestion) return [];
    return matchesOf(EDITION_ID, p.low).flatMap((m) => {
      const at = p.start + m.index;
      if (isNegated(p, at) || isElsewhere(prose, p, at)) return [];
      return [typed('edition', m[0], evidenceSpan(p, at, at + m[0].length))];
    });
  });
