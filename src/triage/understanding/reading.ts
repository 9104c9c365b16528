/** One pass over a message: words, layout, and every term, signal and cue of the lexicon in it. */
import { findPhrases, type PhraseHit } from '../../text/phrase-book.ts';
import { rememberedWith } from '../../text/remembered.ts';
import { type Word, words } from '../../text/words.ts';
import { type Layout, layoutOf } from './layout.ts';
import type { BareLexicon, BookKey } from './lexicon.ts';
import { isInProductName, type Mention, mentionsOf } from './mentions.ts';
import { withoutTemplate } from './template.ts';

export type Span = { first: number; last: number };
export type CueHit = Span & { id: string };
export type SignalHit = Span & { topic: string; weight: number; phrase: string };

export type Reading = {
  text: string;
  words: Word[];
  layout: Layout;
  cues: CueHit[];
  signals: SignalHit[];
  mentions: Mention[];
  /** The text was longer than what is read. */
  cut: boolean;
};

/** A message longer than this is a log: its beginning says what it is about, its end how it ended. */
const HEAD_CHARS_MAX = 24_000;
const TAIL_CHARS_MAX = 8_000;

/** Readings are large beside their words, so fewer are kept than of facts. */
const REMEMBERED_CHARS_MAX = 250_000;

/** Shared by all who ask for the same words: nobody changes it. */
export const readMessage = rememberedWith(readOnce, REMEMBERED_CHARS_MAX);

function readOnce(sent: string, lexicon: BareLexicon): Reading {
  const message = withoutTemplate(sent);
  const cut = message.length > HEAD_CHARS_MAX + TAIL_CHARS_MAX;
  const text = cut ? `${message.slice(0, HEAD_CHARS_MAX)}\n${message.slice(-TAIL_CHARS_MAX)}` : message;
  const all = words(text);
  const layout = layoutOf(text, all);
  const hits = findPhrases<BookKey>(lexicon.book, all);
  const found = sorted(hits);
  const { cues, names } = found;
  const signals = found.signals.filter((signal) => !isInProductName(signal, cues));
  const told = markAwaited(withoutDenied(withoutDeniedFaults(cues)), all);
  const mentions = mentionsOf({ words: all, layout, cues: told, signals, hits: names, lexicon });
  return { text, words: all, layout, cues: told, signals, mentions, cut };
}

/** A log repeats itself: more hits of one kind teach nothing, and every name is held against every turn of phrase. */
const HITS_OF_A_CUE_MAX = 60;
const HITS_OF_A_SIGNAL_MAX = 4;
const HITS_OF_A_NAME_MAX = 8;

function sorted(hits: readonly PhraseHit<BookKey>[]) {
  const counts = new Map<string, number>();
  const cues: CueHit[] = [];
  const signals: SignalHit[] = [];
  const names: PhraseHit<BookKey>[] = [];
  const isNew = ({ counted }: BookKey, max: number): boolean => {
    const count = (counts.get(counted) ?? 0) + 1;
    counts.set(counted, count);
    return count <= max;
  };
  for (const hit of hits) {
    const { key, first, last } = hit;
    switch (key.kind) {
      case 'cue':
        if (isNew(key, HITS_OF_A_CUE_MAX)) cues.push({ id: key.id, first, last });
        break;
      case 'signal':
        if (isNew(key, HITS_OF_A_SIGNAL_MAX)) {
          signals.push({ topic: key.topic, weight: key.weight, phrase: key.phrase, first, last });
        }
        break;
      case 'component':
      case 'needed':
        if (isNew(key, HITS_OF_A_NAME_MAX)) names.push(hit);
        break;
    }
  }
  return { cues, signals, names };
}

/** "no error", "nothing urgent": the word inside tells no fault, and no hurry. */
function withoutDeniedFaults(cues: readonly CueHit[]): CueHit[] {
  const denials = cues.filter(({ id }) => id === 'no-fault');
  if (denials.length === 0) return [...cues];
  return cues.filter(
    (cue) =>
      !(cue.id === 'fault' || cue.id === 'urgent') ||
      !denials.some(({ first, last }) => first <= cue.first && cue.last <= last),
  );
}

/** Labels that a "not" right before them turns round: "not our own", "not the enterprise edition". */
const LABELS = new Set([
  'self-installed',
  'shipped',
  'extension',
  'commercial',
  'open-source',
  'alpha',
  'beta',
  'preview',
]);

function withoutDenied(cues: readonly CueHit[]): CueHit[] {
  const denials = new Set(cues.filter(({ id }) => id === 'denied').map(({ last }) => last));
  return cues.filter(({ id, first }) => !LABELS.has(id) || !denials.has(first - 1));
}

const AWAITING = new Set(
  'before until till if unless once when whether as bevor bis wenn sobald ob falls avant jusqua quand si tant antes hasta cuando'.split(
    ' ',
  ),
);
const AWAITED_WITHIN_WORDS = 3;
/** Languages that put their "not" before the verb: "non è risolto", "no está resuelto". */
const NOT_YET = new Set(['non', 'no', 'nao']);

/** "before this is solved", "until it works again": what is waited for has not happened, and closes nothing. */
function markAwaited(cues: readonly CueHit[], all: readonly Word[]): CueHit[] {
  const isAwaited = ({ first }: CueHit): boolean =>
    all
      .slice(Math.max(0, first - AWAITED_WITHIN_WORDS), first + 1)
      .some(({ text }, i, near) => AWAITING.has(text) && !near.slice(i + 1).some(({ breaks }) => breaks));
  const isClosing = ({ id }: CueHit): boolean => id === 'thanks' || id === 'recovered';
  const isDenied = ({ first }: CueHit): boolean => !all[first]?.breaks && NOT_YET.has(all[first - 1]?.text ?? '');
  return cues.map((cue) => (isClosing(cue) && (isAwaited(cue) || isDenied(cue)) ? { ...cue, id: 'awaited' } : cue));
}

/** The original words of a span, for evidence. */
export function quote(reading: Pick<Reading, 'text' | 'words'>, span: Span): string {
  const start = reading.words[span.first]?.start ?? 0;
  const end = reading.words[span.last]?.end ?? start;
  return reading.text.slice(start, end).replace(/\s+/g, ' ');
}
