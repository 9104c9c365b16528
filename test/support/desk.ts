/** The real desk over the shipped knowledge, built once a test file; services over a store that ends with the test. */
import type { Services } from '../../dialogs/services.ts';
import { createDesk, type Desk } from '../../src/desk.ts';
import { IssueIndex } from '../../src/issues/search.ts';
import { shippedIssues } from '../../src/issues/shipped.ts';
import { loadKnowledge } from '../../src/knowledge.ts';
import { createServices } from '../../src/services.ts';
import { memoryStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { createTicketDesk } from '../../src/ticket-desk.ts';

export const TODAY = '2026-11-20';

let shared: Desk | undefined;

export function realDesk(): Desk {
  if (!shared) {
    const index = IssueIndex.build(shippedIssues(), { today: TODAY });
    shared = createDesk({ knowledge: loadKnowledge(), index: () => index, today: () => TODAY, forcedEdition: null });
  }
  return shared;
}

export async function realServices(
  options: { edition?: string; experts?: string[]; env?: Record<string, string> } = {},
): Promise<{ services: Services; store: Store; desk: Desk }> {
  const store = await memoryStore();
  // A clock that goes on, so that what changed later is newer.
  let ticks = 0;
  const now = () => new Date(Date.parse(`${TODAY}T10:00:00Z`) + ticks++);
  const desk = { ...realDesk(), forcedEdition: options.edition ?? null };
  const services = createServices({
    desk,
    store,
    tickets: createTicketDesk({ store, env: options.env ?? {}, now }),
    watchedRepos: ['Azure/aksArc'],
    experts: new Set(options.experts),
    now,
  });
  return { services, store, desk };
}
