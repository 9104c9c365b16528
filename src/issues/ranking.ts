/** The order of one group's issues for a query: words, age, and which kinds are an answer at all. */
import type { Card } from './card.ts';
import type { Collection } from './collection.ts';
import { cosine } from './embedder.ts';
import { type Group, HOME } from './groups.ts';
import { admitsWishes, type Intent } from './intent.ts';
import { type Background, documentsOf, type Hit, searchParts } from './lexical.ts';
import type { FieldCounts } from './terms.ts';

/** Hits of a group that are looked at before folding and cutting. */
const LOOKED_AT = 60;
/**
 * Where page and tracker tell the same, the tracker goes first: it has the state, the talk and the builds. A share of the best
 * text score; on the development queries any value up to 0.2 finds the same.
 */
const DOCUMENTED_LOSS = 0.1;
/** How much more a wish must say than a problem, where a text may be either. */
const WISH_LEAD = 1.25;
/** Issues of a tracker that tell by themselves which words are rare; with fewer the home group's are counted too. */
const OWN_RARITY_MIN = 100;

/** `today` in days since 1970; `meaning` is the query's vector from the model that read the collections. */
export type Asked = { counts: FieldCounts; intent: Intent; today: number; meaning?: Int8Array | undefined };

export type Found = { hit: Hit; card: Card; collection: Collection; score: number };
export type Ranking = Asked & { group: Group; background: Background; found: Found[] };

/** The best of one group by text and age, best first, without a threshold. */
export function rank(group: Group, asked: Asked, background: Background = []): Ranking {
  const { counts, intent, today, meaning } = asked;
  const { collections } = group;
  const hits = searchParts(collections, counts, {
    today,
    limit: LOOKED_AT,
    background,
    accepts: (part, document) => admitsWishes(intent) || (collections[part] as Collection).wishes[document] === 0,
    ...(meaning && collections.every(({ vectors }) => vectors)
      ? {
          near: (part, document) => cosine(meaning, (collections[part] as Collection).vectors as Int8Array, document),
        }
      : {}),
  });
  const top = Math.max(...hits.map((hit) => hit.text));
  const found = hits
    .map((hit) => {
      const collection = collections[hit.part] as Collection;
      const card = collection.cards.get(hit.document);
      const score = hit.score - (card.source === 'documented' ? (DOCUMENTED_LOSS * hit.text) / top : 0);
      return { hit, card, collection, score };
    })
    .sort((a, b) => b.score - a.score);
  return { ...asked, group, background, found: intent === 'unclear' ? clearWishes(found) : found };
}

/** What a group counts the rarity of words on beside its own issues. */
export function backgroundOf(group: Group, groups: readonly Group[]): Background {
  if (group.name === HOME || documentsOf(group.collections) >= OWN_RARITY_MIN) return [];
  return groups.find(({ name }) => name === HOME)?.collections ?? [];
}

/** Where a text may be either, a wish stays only where it says clearly more of it than every problem does. */
function clearWishes(found: Found[]): Found[] {
  const isWish = ({ collection, hit }: Found): boolean => collection.wishes[hit.document] === 1;
  const best = Math.max(0, ...found.filter((of) => !isWish(of)).map(({ hit }) => hit.text));
  return found.filter((of) => !isWish(of) || (of.card.kind !== 'announcement' && of.hit.text >= WISH_LEAD * best));
}
