/** Bot Framework's storage over our store; what it reads carries the store's eTags. */
import type { Storage, StoreItems } from 'botbuilder';
import type { Store } from '../store/store.ts';

export function storageOver(store: Pick<Store, 'items'>): Storage {
  return {
    async read(keys) {
      const found = await store.items.read(keys);
      const items: StoreItems = {};
      for (const [key, { value, eTag }] of found) items[key] = { ...(value as object), eTag };
      return items;
    },
    async write(changes) {
      await store.items.write(
        new Map(
          Object.entries(changes).map(([key, { eTag, ...value }]) => [
            key,
            { value, eTag: eTag as string | undefined },
          ]),
        ),
      );
    },
    delete: (keys) => store.items.delete(keys),
  };
}
