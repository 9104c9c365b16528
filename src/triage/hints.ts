/** Facts that some word of a message hints at without saying them: they are asked where the answer matters. */
import type { Trigger } from '../../knowledge/schema.ts';

/** What these ask is a matter of understanding the words, which has its own questions. */
const UNDERSTOOD: ReadonlySet<string> = new Set(['topic', 'component', 'componentClass', 'workloadInKubeSystem']);

export function hintedFacts(text: string, triggers: readonly Trigger[]): Set<string> {
  const lower = text.toLowerCase();
  return new Set(
    triggers
      .filter(({ words }) => words.some((word) => standsIn(lower, word)))
      .flatMap(({ asks }) => asks.filter((fact) => !UNDERSTOOD.has(fact))),
  );
}

const LETTER = /[\p{L}\p{N}]/u;

/** As a whole word or phrase: "rdp" stands not in "wordpress". */
function standsIn(lower: string, word: string): boolean {
  for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
    const [before, after] = [lower[at - 1] ?? ' ', lower[at + word.length] ?? ' '];
    const open = LETTER.test(word[0] ?? '') && LETTER.test(before);
    const goesOn = LETTER.test(word.at(-1) ?? '') && LETTER.test(after);
    if (!open && !goesOn) return true;
  }
  return false;
}
