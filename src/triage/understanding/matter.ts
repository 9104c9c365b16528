/** The matter of a message that tells a story first: "all healthy. The thing is: …", "but the ticket is about …". */
import type { Reading } from './reading.ts';

/** With fewer words behind them, the words of introduction point back: "that is the actual problem". */
const MATTER_WORDS_MIN = 5;

/** What stands behind the last words that introduce the matter, or null where nothing or the whole message is introduced. */
export function matterOf({ text, words, cues, layout }: Reading): string | null {
  const told = cues.filter(({ id, first }) => id === 'introduced' && layout.pasted[first] === 0);
  const last = told.findLast(({ last: at }) => words.length - 1 - at >= MATTER_WORDS_MIN);
  const start = last && words[last.last + 1]?.start;
  return last === undefined || last.first === 0 || start === undefined ? null : text.slice(start);
}
