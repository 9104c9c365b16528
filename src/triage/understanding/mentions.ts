/** The named things of a message: the longest name where several overlap, each with the part it plays (roles.ts). */
import type { Component } from '../../../knowledge/schema.ts';
import type { PhraseHit } from '../../text/phrase-book.ts';
import type { Word } from '../../text/words.ts';
import type { Layout } from './layout.ts';
import type { BareLexicon, BookKey } from './lexicon.ts';
import type { CueHit, SignalHit, Span } from './reading.ts';
import { type Occurrence, occurrencesOf, type Role } from './roles.ts';

export type Mention = {
  component: Component;
  role: Role;
  /** The fault vanishes without it. */
  guilty: boolean;
  occurrences: Occurrence[];
};

/** A name in the text, before its part is known. */
export type Name = Span & { component: Component };
type Found = Name & { letters: number };

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

export function mentionsOf(context: MentionContext): Mention[] {
  const byId = new Map<string, Mention>();
  for (const { component, occurrence } of occurrencesOf(names(context), context)) {
    const mention = byId.get(component.id) ?? { component, role: 'context', guilty: false, occurrences: [] };
    mention.occurrences.push(occurrence);
    byId.set(component.id, mention);
  }
  const mentions = [...byId.values()];
  for (const mention of mentions) settleRole(mention);
  return mentions;
}

/** "gunicorn worker": a part of the customer's own program that has the name of one of ours. */
const OWN_TOPIC = 'own-workload';

const isPartOfOwn = (name: Name, signals: readonly SignalHit[]): boolean =>
  signals.some(
    ({ topic, first, last }) =>
      topic === OWN_TOPIC && first <= name.first && name.last <= last && last - first > name.last - name.first,
  );

/** "AKS enabled by Azure Arc" names the product, not its connection to Arc. */
export const isInProductName = (name: Span, cues: readonly CueHit[]): boolean =>
  cues.some(
    ({ id, first, last }) =>
      id === 'our-product' && first <= name.first && name.last <= last && last - first > name.last - name.first,
  );

function names({ hits, lexicon, signals, cues }: MentionContext): Name[] {
  const needed = new Map<string, PhraseHit<BookKey>[]>();
  const found: Found[] = [];
  for (const { key, first, last } of hits) {
    if (key.kind === 'needed') needed.set(key.id, [...(needed.get(key.id) ?? []), { key, first, last }]);
    const component = key.kind === 'component' ? lexicon.components.get(key.id) : undefined;
    if (component && key.kind === 'component') found.push({ component, first, last, letters: key.letters });
  }
  return longest(found.filter((name) => !isPartOfOwn(name, signals) && !isInProductName(name, cues))).filter(
    (name) => name.component.needs.length === 0 || hasNeeded(name, needed.get(name.component.id) ?? []),
  );
}

/** Drops names inside longer names, "calico" in "calico enterprise", and open endings where more of the word is known. */
function longest(found: readonly Found[]): Name[] {
  const owner = new Map<number, string>();
  const kept: Found[] = [];
  const byLength = [...found].sort(
    (a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first || b.letters - a.letters,
  );
  for (const name of byLength) {
    const span = `${name.first}-${name.last}`;
    const taken = owner.get(name.first) ?? owner.get(name.last);
    if (taken !== undefined && taken !== span) continue;
    if (kept.some((k) => k.first === name.first && (k.component === name.component || isVaguer(name, k)))) continue;
    for (let i = name.first; i <= name.last; i++) owner.set(i, span);
    kept.push(name);
  }
  return kept.sort((a, b) => a.first - b.first);
}

/** Only an open ending can say less than another phrase that fits the same words. */
const isVaguer = (name: Found, other: Found): boolean => name.last === other.last && name.letters < other.letters;

function hasNeeded(name: Span, needed: readonly Span[]): boolean {
  return needed.some(
    (hit) => (hit.last < name.first || hit.first > name.last) && distance(hit, name) <= NEEDED_WITHIN_WORDS,
  );
}

/** Words between two spans; 0 where they touch or overlap. */
export function distance(a: Span, b: Span): number {
  if (a.last < b.first) return b.first - a.last - 1;
  if (b.last < a.first) return a.first - b.last - 1;
  return 0;
}

/** One role for all occurrences: guilt decides, then what exonerates, then the part it plays most. */
function settleRole(mention: Mention): void {
  const roles = new Set(mention.occurrences.map((occurrence) => occurrence.role));
  mention.guilty = mention.occurrences.some((occurrence) => occurrence.guilty);
  if (mention.guilty) mention.role = 'cause';
  else
    mention.role =
      (['bypassed', 'denied', 'collateral', 'cause'] as const).find((role) => roles.has(role)) ?? 'context';
}
