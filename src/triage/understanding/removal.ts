/** What taking a named thing away has shown. */
import { distance, type MentionContext, type Name } from './mentions.ts';
import type { CueHit, Reading, Span } from './reading.ts';
import { sentenceOf } from './roles.ts';

type Context = Pick<MentionContext, 'words' | 'layout' | 'cues'>;

const REMOVAL_WITHIN_WORDS = 7;
/** Sentences after the name in which it may be taken away, and after that in which the result may be told. */
const REMOVAL_WITHIN_SENTENCES = 2;
const RESULT_WITHIN_SENTENCES = 1;

const WITHOUT = new Set(['without', 'ohne', 'sans', 'sin']);

/** "without Zscaler pulls are fast": only what stands right behind the word was left out. */
const isWithoutAnother = (cue: CueHit, name: Span, names: readonly Name[], { words }: Context): boolean =>
  WITHOUT.has(words[cue.first]?.text ?? '') &&
  names.some(({ first }) => first !== name.first && first > cue.last && first - cue.last <= 2) &&
  !(name.first > cue.last && name.first - cue.last <= 2);

/** What happened when the named thing was taken away: the fault stayed, went, or nothing was tried. */
export function removalResult(name: Span, names: readonly Name[], context: Context): 'stays' | 'goes' | 'untried' {
  const sentence = sentenceOf(context, name);
  const removal = context.cues.find((cue) => {
    if (cue.id !== 'removed' || isWithoutAnother(cue, name, names, context)) return false;
    const later = sentenceOf(context, cue) - sentence;
    return later === 0
      ? distance(cue, name) <= REMOVAL_WITHIN_WORDS || cue.first > name.last
      : later > 0 && later <= REMOVAL_WITHIN_SENTENCES;
  });
  if (!removal) return 'untried';
  const from = sentenceOf(context, removal);
  const results = context.cues.filter((cue) => {
    const later = sentenceOf(context, cue) - from;
    return (cue.id === 'fault-stays' || cue.id === 'fault-goes') && later >= 0 && later <= RESULT_WITHIN_SENTENCES;
  });
  if (results.some(({ id }) => id === 'fault-stays')) return 'stays';
  return results.length > 0 ? 'goes' : 'untried';
}

/** "We had a preview of it in test; it is uninstalled, and the error was there before": the preview is no part of the matter. */
export function isPreviewOutlived(reading: Reading): boolean {
  const named = reading.cues.filter(({ id }) => id === 'preview');
  const before = reading.cues.filter(({ id }) => id === 'there-before');
  return (
    named.length > 0 &&
    named.every(
      (cue) =>
        removalResult(cue, [], reading) === 'stays' ||
        before.some(({ first }) => {
          const later = sentenceOf(reading, { first, last: first }) - sentenceOf(reading, cue);
          return later >= 0 && later <= REMOVAL_WITHIN_SENTENCES;
        }),
    )
  );
}
