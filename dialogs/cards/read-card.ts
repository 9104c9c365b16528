/** What a person sees of a card and can fill in: for whoever plays a conversation without a client. */
import type { Card } from './card.ts';

const SHOWN = new Set(['text', 'label', 'title', 'placeholder', 'value', 'errorMessage']);

/** Every text, label, title and value of the card. */
export function cardWords(card: Card): string {
  const words: string[] = [];
  const walk = (node: unknown, key = ''): void => {
    if (typeof node === 'string') {
      if (SHOWN.has(key)) words.push(node);
    } else if (Array.isArray(node)) for (const one of node) walk(one, key);
    else if (node && typeof node === 'object') for (const [name, value] of Object.entries(node)) walk(value, name);
  };
  walk(card.body);
  walk(card.actions ?? []);
  return words.join('\n');
}

/** Ids of a card's inputs, in order. */
export function inputIds(card: Card): string[] {
  const ids: string[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) walk(one);
    else if (node && typeof node === 'object') {
      const { type, id } = node as { type?: unknown; id?: unknown };
      if (typeof type === 'string' && type.startsWith('Input.') && typeof id === 'string') ids.push(id);
      for (const value of Object.values(node)) walk(value);
    }
  };
  walk(card.body);
  return ids;
}

/** What the buttons of a card send back. */
export const actionData = (card: Card): Record<string, unknown>[] =>
  (card.actions ?? []).flatMap(({ data }) =>
    data && typeof data === 'object' ? [data as Record<string, unknown>] : [],
  );
