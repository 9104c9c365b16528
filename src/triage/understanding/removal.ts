/** What taking a named thing away has shown. */
import type { Component } from '../../../knowledge/schema.ts';
import { distance, type MentionContext, type Name } from './mentions.ts';
import type { CueHit, Reading, Span } from './reading.ts';
import { sentenceOf } from './roles.ts';

type Context = Pick<MentionContext, 'words' | 'layout' | 'cues'>;

const REMOVAL_WITHIN_WORDS = 7;
/** Sentences after the name in which it may be taken away, and after that in which the result may be told. */
const REMOVAL_WITHIN_SENTENCES = 2;
const RESULT_WITHIN_SENTENCES = 1;

const WITHOUT = new Set(['without', 'ohne', 'sans', 'sin']);

/** What is taken away: a name, or words that name no component. */
type Removable = Span & { component?: Component };

/** "without Zscaler pulls are fast": only what stands right behind the word was left out, by whatever of its names. */
const isWithoutAnother = (cue: CueHit, name: Removable, names: readonly Name[], { words }: Context): boolean =>
  WITHOUT.has(words[cue.first]?.text ?? '') &&
  names.some(
    ({ first, component }) => component !== name.component && first > cue.last && first - cue.last <= BEHIND_WORDS,
  ) &&
  !(name.first > cue.last && name.first - cue.last <= BEHIND_WORDS);

const BEHIND_WORDS = 2;

const OTHERS = new Set('others other rest remaining remainder anderen ubrigen autres restants otros demas'.split(' '));
const OTHERS_WITHIN_WORDS = 4;

/** "The other nodes are still down": told of where nothing was taken away yet. */
const isOfOthers = (cue: CueHit, { words }: Context): boolean =>
  words
    .slice(Math.max(0, cue.first - OTHERS_WITHIN_WORDS), cue.first)
    .some(({ text }, i, before) => OTHERS.has(text) && !before.slice(i + 1).some(({ breaks }) => breaks));

/** "still not ready after it was removed". */
const isNot = (cue: CueHit, { words }: Context): boolean => NOT.has(words[cue.first - 1]?.text ?? '');
const NOT = new Set('not isnt arent wasnt werent never nicht pas no'.split(' '));

/** What happened when the named thing was taken away: the fault stayed, went, or nothing was tried. */
export function removalResult(name: Removable, names: readonly Name[], context: Context): 'stays' | 'goes' | 'untried' {
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
    const tells =
      cue.id === 'fault-stays' ? !isOfOthers(cue, context) : cue.id === 'fault-goes' && !isNot(cue, context);
    return tells && later >= 0 && later <= RESULT_WITHIN_SENTENCES;
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
