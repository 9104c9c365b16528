/**
 * Names of products that the trackers do not deal with. A text about one of them is not described by an issue that never names
 * it, however many other words they share.
 */
import { readYaml } from '../../knowledge/load.ts';
import { type Component, ComponentsFile } from '../../knowledge/schema/components.ts';

/** Parts that Microsoft neither makes nor ships. */
const CLASSES: ReadonlySet<Component['class']> = new Set(['open-source', 'closed-source', 'other-product']);
/** Kubernetes objects that people write themselves: how to write one is no fault of the product. */
const OWN_OBJECTS = new Set(['hpa', 'workload-objects', 'deployment-object', 'rbac-object', 'feature-gate']);
const NAME_LENGTH_MIN = 3;

export class Names {
  /** Phrases by first word: the other words, and what they name. */
  #phrases = new Map<string, { rest: string[]; id: string }[]>();

  constructor(names: Iterable<{ id: string; phrases: readonly string[] }>) {
    for (const { id, phrases } of names) {
      for (const phrase of phrases) {
        const [first, ...rest] = wordsOf(phrase);
        if (first === undefined || phrase.length < NAME_LENGTH_MIN || phrase.includes('*')) continue;
        const known = this.#phrases.get(first) ?? [];
        known.push({ rest, id });
        this.#phrases.set(first, known);
      }
    }
  }

  /** Ids of what a text names. */
  in(text: string): Set<string> {
    const words = wordsOf(text);
    const found = new Set<string>();
    for (const [at, word] of words.entries()) {
      for (const { rest, id } of this.#phrases.get(word) ?? []) {
        if (rest.every((next, i) => words[at + 1 + i] === next)) found.add(id);
      }
    }
    return found;
  }
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The names of knowledge/components.yaml that stand for other people's products; a name that needs context is left out. */
export function foreignNames(): Names {
  const { components } = readYaml('components.yaml', ComponentsFile);
  return new Names(
    components
      .filter((part) => (CLASSES.has(part.class) || OWN_OBJECTS.has(part.id)) && part.needs.length === 0)
      .map(({ id, name, aliases }) => ({ id, phrases: [name, ...aliases] })),
  );
}
