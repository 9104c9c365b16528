/** The edition of the policy that a person names: "judge us by the edition aks-hybrid-2022". Which there are is data, not known here. */
import { evidenceSpan } from '../document.ts';
import { type Found, typed } from '../found.ts';
import { matchesOf } from '../matches.ts';
import { isElsewhere, isNegated, type Prose } from '../stance.ts';

/** Ids of editions: a product's name and a year. */
const EDITION_ID = /\b[a-z]+(?:-[a-z]+)+-20\d\d\b/g;
/** That the message is to be judged by it, and does not merely speak of it. */
const CHOSEN =
  /\b(?:judg\w*|appl(?:y|ies)|use|under|according to|by|per|falls? under|governed|nach|gemass|selon|segun|secondo|volgens)\b(?: \S+){0,5}$/;

export const edition = (prose: Prose): Found[] =>
  prose.passages.flatMap((p) => {
    const named = matchesOf(EDITION_ID, p.low);
    // Who names two compares them.
    if (named.length !== 1 || p.isQuestion) return [];
    return named.flatMap((m) => {
      const at = p.start + m.index;
      if (!CHOSEN.test(p.low.slice(0, m.index).trimEnd()) || isNegated(p, at) || isElsewhere(prose, p, at)) return [];
      return [typed('edition', m[0], evidenceSpan(p, at, at + m[0].length))];
    });
  });
