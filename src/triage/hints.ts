/** Facts that some word of a message hints at without saying them: they are asked where the answer matters. */
import type { Trigger } from '../../knowledge/schema.ts';
import { rememberedWith } from '../text/remembered.ts';

/** What these ask is a matter of understanding the words, which has its own questions. */
const UNDERSTOOD: ReadonlySet<string> = new Set(['topic', 'component', 'componentClass', 'workloadInKubeSystem']);

export const hintedFacts = (messages: readonly string[], triggers: readonly Trigger[]): Set<string> =>
  new Set(messages.flatMap((message) => hintedIn(message, triggers)));

const hintedIn = rememberedWith((message: string, triggers: readonly Trigger[]): string[] => {
  const lower = message.toLowerCase();
  return triggers
    .filter(({ words }) => words.some((word) => standsIn(lower, word)))
    .flatMap(({ asks }) => asks.filter((fact) => !UNDERSTOOD.has(fact)));
});

/** "It was never switched off", "no SSH" hint at nothing. */
const DENIED = /\b(?:never|not|no|nobody|without|nie|nicht|kein|keine|jamais|pas|nunca|sin)\s+(?:\S+\s+){0,1}$/;
const DENIED_WITHIN_CHARS = 24;

const LETTER = /[\p{L}\p{N}]/u;

/** As a whole word or phrase: "rdp" stands not in "wordpress". */
function standsIn(lower: string, word: string): boolean {
  for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
    const [before, after] = [lower[at - 1] ?? ' ', lower[at + word.length] ?? ' '];
    const open = LETTER.test(word[0] ?? '') && LETTER.test(before);
    const goesOn = LETTER.test(word.at(-1) ?? '') && LETTER.test(after);
    if (!open && !goesOn && !DENIED.test(lower.slice(Math.max(0, at - DENIED_WITHIN_CHARS), at))) return true;
  }
  return false;
}
