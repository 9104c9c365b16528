/** Answers as they stand in the store until all of them has left. */
import type { Store } from '../store/store.ts';
import { type Answer, errandAnswer, owedBy } from './answer.ts';
import type { Errand } from './outbox-adapter.ts';

type Keeping = { id: string; answer: Answer; errands?: readonly Errand[] };

/** Keeps an answer with its errands, inside the turn that made them; gives it as it is kept. */
export async function keepAnswer(store: Store, { id, answer, errands = [] }: Keeping): Promise<Answer> {
  const kept: Answer =
    errands.length === 0
      ? answer
      : { ...answer, errands: errands.map(({ told }, index) => ({ id: `${id}/${index}`, told })) };
  for (const [index, errand] of errands.entries()) {
    const own = errandAnswer(errand, answer.reference);
    await store.activities.finish(`${id}/${index}`, own, owedBy(own));
  }
  await store.activities.finish(id, kept, owedBy(kept));
  return kept;
}
