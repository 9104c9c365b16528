/** Where sentences and clauses of a message begin, and which of its lines are pasted output rather than somebody's words. */
import type { Word } from '../../text/words.ts';

export type Layout = {
  /** Per word: number of its sentence, of its clause, of its line, and whether the line is pasted output. */
  sentence: Int32Array;
  clause: Int32Array;
  line: Int32Array;
  pasted: Uint8Array;
};

const SENTENCE_GAP = /[.!?;]["')\]]*\s|[。！？\n]/;
const CLAUSE_GAP = /[,:(){}—–、]|\s-\s|->|=>|\.\./;
const CLAUSE_WORDS = new Set(
  'but although though however while whereas because since so aber obwohl weil mais parce pero porque sondern then otherwise except'.split(
    ' ',
  ),
);
/** A prompt, a log level, a table row, JSON, a stack frame. */
const PASTED = [
  /^\s*(?:PS [A-Z]:|PS>|[A-Z]:\\|[$#>] |VERBOSE:|WARNING:|ERROR:|Error:|error:|Warning\s|At [A-Z]:|at \w+[.(]|[{}\]]|[EIWF]\d{4}\s|\d{4}-\d\d-\d\d[T ]|`)/,
  /\S(?: {2,}|\t)\S+.*\S(?: {2,}|\t)\S/,
  /"[\w.-]+"\s*:\s/,
  /\b(?:rpc error|code = \w+|err="|level=|msg=|FullyQualifiedErrorId|CategoryInfo)/,
];
const LINE_LENGTH_MAX = 2000;

export function layoutOf(text: string, words: readonly Word[]): Layout {
  const sentence = new Int32Array(words.length);
  const clause = new Int32Array(words.length);
  const line = new Int32Array(words.length);
  const pasted = new Uint8Array(words.length);
  const at = { sentence: 0, clause: 0, line: 0, pasted: isPasted(text, 0) ? 1 : 0, end: 0 };
  words.forEach((word, i) => {
    const gap = text.slice(at.end, word.start);
    const lines = gap.split('\n').length - 1;
    if (lines > 0) {
      at.line += lines;
      at.pasted = isPasted(text, text.lastIndexOf('\n', word.start) + 1) ? 1 : 0;
    }
    if (i > 0 && SENTENCE_GAP.test(gap)) {
      at.sentence++;
      at.clause++;
    } else if (i > 0 && (CLAUSE_GAP.test(gap) || CLAUSE_WORDS.has(word.text))) at.clause++;
    sentence[i] = at.sentence;
    clause[i] = at.clause;
    line[i] = at.line;
    pasted[i] = at.pasted;
    at.end = word.end;
  });
  return { sentence, clause, line, pasted };
}

function isPasted(text: string, start: number): boolean {
  const end = text.indexOf('\n', start);
  const line = text.slice(start, Math.min(end < 0 ? text.length : end, start + LINE_LENGTH_MAX));
  return PASTED.some((sign) => sign.test(line));
}
