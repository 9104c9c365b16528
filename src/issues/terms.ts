/** Counts the tokens of a document or a query by field, and the weights that were learned for the fields. */
import { sections } from '../text/sections.ts';
import { searchTokens } from '../text/tokens.ts';
import type { Concepts } from './concepts.ts';

/** Tokens of one field beyond this repeat the rest. */
const PROSE_TOKENS_MAX = 600;
const CODE_TOKENS_MAX = 400;
const TITLE_TOKENS_MAX = 80;

/** Occurrences of a token in title, prose and code. */
export type Counts = { title: number; prose: number; code: number };
export type FieldCounts = { terms: Map<string, Counts>; title: number; prose: number; code: number };

/** What is indexed of an issue, or asked of the index. `code` is text that is known to be output. */
export type FieldText = { title: string; body: string; code?: string | undefined };

/** Tokens by field; a body is split into prose and output first. */
export function countFields(text: FieldText, concepts?: Concepts): FieldCounts {
  const { prose, code } = sections(text.body);
  const counts: FieldCounts = { terms: new Map(), title: 0, prose: 0, code: 0 };
  const tokens = (of: string): string[] => {
    const plain = searchTokens(of);
    return concepts ? plain.concat(concepts.of(plain)) : plain;
  };
  add(counts, 'title', tokens(text.title), TITLE_TOKENS_MAX);
  add(counts, 'prose', tokens(prose), PROSE_TOKENS_MAX);
  add(counts, 'code', tokens(text.code === undefined ? code : `${text.code}\n${code}`), CODE_TOKENS_MAX);
  return counts;
}

function add(counts: FieldCounts, field: keyof Counts, tokens: string[], max: number): void {
  const length = Math.min(tokens.length, max);
  for (let i = 0; i < length; i += 1) {
    const token = tokens[i] as string;
    let of = counts.terms.get(token);
    if (!of) {
      of = { title: 0, prose: 0, code: 0 };
      counts.terms.set(token, of);
    }
    of[field] += 1;
  }
  counts[field] = length;
}
