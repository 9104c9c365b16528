/**
 * The named things of a message and the part each of them plays. A name alone is no cause: it may be denied ("not the extension"),
 * bypassed while the fault stays, the messenger of somebody else's fault, healthy, or the tool that brought the real thing.
 */
import type { Component } from '../../../knowledge/schema.ts';
import type { PhraseHit } from '../../text/phrase-book.ts';
import type { Word } from '../../text/words.ts';
import type { Layout } from './layout.ts';
import type { BareLexicon, BookKey } from './lexicon.ts';
import type { CueHit, SignalHit, Span } from './reading.ts';

export type Role = 'cause' | 'collateral' | 'bypassed' | 'denied' | 'context';

export type Occurrence = Span & {
  role: Role;
  /** The fault vanishes without it. */
  guilty: boolean;
  /** A fault is told in the same clause. */
  faulty: boolean;
  pasted: boolean;
};

export type Mention = {
  component: Component;
  role: Role;
  guilty: boolean;
  occurrences: Occurrence[];
};

export type MentionContext = {
  words: readonly Word[];
  layout: Layout;
  cues: readonly CueHit[];
  signals: readonly SignalHit[];
  hits: readonly PhraseHit<BookKey>[];
  lexicon: BareLexicon;
};

/** Words around a name in which a word that it `needs` counts. */
const NEEDED_WITHIN_WORDS = 12;
const DENIAL_WITHIN_WORDS = 1;
const REMOVAL_WITHIN_WORDS = 7;
const REPORTER_WITHIN_WORDS = 3;
const HEALTHY_WITHIN_WORDS = 4;
const OTHER_WITHIN_WORDS = 4;
/** Sentences after a removal in which its result may be told. */
const RESULT_WITHIN_SENTENCES = 2;

const FOREIGN = new Set([
  'closed-source',
  'open-source',
  'open-source-networking',
  'other-product',
  'azure-integration',
]);
const VENDORS = new Set(['closed-source', 'open-source', 'azure-integration']);
/** "no dns" and "not kubelet" differ: these words deny only things that one can do without. */
const WEAK_DENIALS = new Set(['no', 'without', 'kein', 'keine', 'pas', 'sans', 'sin', 'have']);

export function mentionsOf(context: MentionContext): Mention[] {
  const byId = new Map<string, Mention>();
  for (const { id, first, last } of names(context)) {
    const component = context.lexicon.components.get(id);
    if (!component) continue;
    const occurrence = occurrenceOf(component, { first, last }, context);
    const mention = byId.get(id) ?? { component, role: 'context', guilty: false, occurrences: [] };
    mention.occurrences.push(occurrence);
    byId.set(id, mention);
  }
  const mentions = [...byId.values()];
  for (const mention of mentions) settleRole(mention);
  return mentions;
}

/** Names in the text: the longest where several overlap, and only with the context word that a name needs. */
function names({ hits, lexicon }: MentionContext): { id: string; first: number; last: number }[] {
  const needed = new Map<string, PhraseHit<BookKey>[]>();
  for (const hit of hits) {
    if (hit.key.kind === 'needed') needed.set(hit.key.id, [...(needed.get(hit.key.id) ?? []), hit]);
  }
  return hits
    .flatMap((hit) => (hit.key.kind === 'component' ? [{ id: hit.key.id, first: hit.first, last: hit.last }] : []))
    .sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first)
    .reduce<{ id: string; first: number; last: number }[]>(keepLongest(), [])
    .sort((a, b) => a.first - b.first)
    .filter((name) => !lexicon.components.get(name.id)?.needs.length || hasNeeded(name, needed.get(name.id) ?? []));
}

function keepLongest() {
  const taken = new Map<number, string>();
  return (kept: { id: string; first: number; last: number }[], name: { id: string; first: number; last: number }) => {
    const owner = taken.get(name.first) ?? taken.get(name.last);
    if (owner !== undefined && owner !== `${name.first}-${name.last}`) return kept;
    if (kept.some((k) => k.id === name.id && k.first === name.first && k.last === name.last)) return kept;
    for (let i = name.first; i <= name.last; i++) taken.set(i, `${name.first}-${name.last}`);
    kept.push(name);
    return kept;
  };
}

function hasNeeded(name: Span, needed: readonly PhraseHit<BookKey>[]): boolean {
  return needed.some(
    (hit) => (hit.last < name.first || hit.first > name.last) && distance(hit, name) <= NEEDED_WITHIN_WORDS,
  );
}

export function distance(a: Span, b: Span): number {
  if (a.last < b.first) return b.first - a.last - 1;
  if (b.last < a.first) return a.first - b.last - 1;
  return 0;
}

function occurrenceOf(component: Component, span: Span, context: MentionContext): Occurrence {
  const { layout, cues } = context;
  const clause = layout.clause[span.first];
  const pasted = layout.pasted[span.first] === 1;
  const faulty = cues.some((cue) => cue.id === 'fault' && layout.clause[cue.first] === clause);
  const result = isRemovable(component) ? removalResult(span, context) : 'untried';
  const role = result === 'stays' ? 'bypassed' : roleIn(component, span, context);
  return { ...span, role: result === 'goes' ? 'cause' : role, guilty: result === 'goes', faulty, pasted };
}

/** What one can take away to see whether the fault goes: nobody runs a cluster without its API server. */
const isRemovable = (component: Component): boolean =>
  FOREIGN.has(component.class) || component.id === 'customer-daemonset';

function roleIn(component: Component, span: Span, context: MentionContext): Role {
  if (isDenied(component, span, context)) return 'denied';
  if (isHealthy(span, context)) return 'context';
  if (isElsewhere(component, span, context)) return 'context';
  if (VENDORS.has(component.class) && isReporter(span, context)) return 'collateral';
  return 'cause';
}

function isDenied(component: Component, span: Span, { words, layout, cues }: MentionContext): boolean {
  return cues.some((cue) => {
    if (cue.id !== 'denied' || cue.last >= span.first) return false;
    if (span.first - cue.last - 1 > DENIAL_WITHIN_WORDS) return false;
    if (layout.sentence[cue.first] !== layout.sentence[span.first]) return false;
    const weak = cue.first === cue.last && WEAK_DENIALS.has(words[cue.first]?.text ?? '');
    return !weak || FOREIGN.has(component.class);
  });
}

function isHealthy(span: Span, { layout, cues }: MentionContext): boolean {
  return cues.some(
    (cue) =>
      cue.id === 'healthy' &&
      cue.first > span.last &&
      distance(cue, span) <= HEALTHY_WITHIN_WORDS &&
      layout.clause[cue.first] === layout.clause[span.first] &&
      !cues.some((other) => other.id === 'fault' && other.first > span.last && other.last < cue.first) &&
      !cues.some(
        (other) =>
          other.id === 'denied' && other.last < cue.first && cue.first - other.last <= 2 && other.first > span.last,
      ),
  );
}

function isElsewhere(component: Component, span: Span, { layout, cues }: MentionContext): boolean {
  if (component.class !== 'other-product' && component.class !== 'closed-source') return false;
  return cues.some(
    (cue) =>
      cue.id === 'other-cluster' &&
      cue.last < span.first &&
      distance(cue, span) <= OTHER_WITHIN_WORDS &&
      layout.sentence[cue.first] === layout.sentence[span.first],
  );
}

function isReporter(span: Span, { layout, cues }: MentionContext): boolean {
  return cues.some(
    (cue) =>
      cue.id === 'reporter' &&
      distance(cue, span) <= REPORTER_WITHIN_WORDS &&
      layout.sentence[cue.first] === layout.sentence[span.first],
  );
}

/** What happened when the named thing was taken away: the fault stayed, went, or nothing was tried. */
function removalResult(span: Span, { layout, cues }: MentionContext): 'stays' | 'goes' | 'untried' {
  const sentence = layout.sentence[span.first] ?? 0;
  const removal = cues.find(
    (cue) =>
      cue.id === 'removed' &&
      (distance(cue, span) <= REMOVAL_WITHIN_WORDS || cue.first > span.last) &&
      Math.abs((layout.sentence[cue.first] ?? 0) - sentence) <= (cue.first > span.last ? 1 : 0),
  );
  if (!removal) return 'untried';
  const from = layout.sentence[removal.first] ?? 0;
  const results = cues
    .filter((cue) => cue.id === 'fault-stays' || cue.id === 'fault-goes')
    .map((cue) => ({ cue, after: (layout.sentence[cue.first] ?? 0) - from }))
    .filter(({ after }) => after >= 0 && after < RESULT_WITHIN_SENTENCES);
  if (results.length === 0) return 'untried';
  if (results.some(({ cue }) => cue.id === 'fault-stays')) return 'stays';
  return 'goes';
}

/** One role for all occurrences: guilt decides, then what exonerates, then the part it plays most. */
function settleRole(mention: Mention): void {
  const roles = mention.occurrences.map((occurrence) => occurrence.role);
  mention.guilty = mention.occurrences.some((occurrence) => occurrence.guilty);
  if (mention.guilty) mention.role = 'cause';
  else if (roles.includes('bypassed')) mention.role = 'bypassed';
  else if (roles.includes('collateral')) mention.role = 'collateral';
  else if (roles.includes('denied')) mention.role = 'denied';
  else mention.role = roles.includes('cause') ? 'cause' : 'context';
}
