/** The issues that people search: what ships, completed by what was synced or imported into the store. */
import type { StoredIssue } from '../model/known-issue.ts';
import type { Store } from '../store/store.ts';
import { shippedIssues } from './shipped.ts';

/** All that is known: shipped first, then the store, each tracker issue as of the last whole sync of its repository. */
export async function knownIssues(store?: Store): Promise<StoredIssue[]> {
  const all = [...shippedIssues()];
  if (!store) return all;
  const syncedOn = new Map<string, string | null>();
  for await (const issue of store.issues.all()) {
    if (!syncedOn.has(issue.repo)) {
      const state = await store.issues.syncState(issue.repo);
      syncedOn.set(issue.repo, state?.syncedAt?.slice(0, 10) ?? null);
    }
    // A sync that finds nothing new confirms what is stored.
    const day = syncedOn.get(issue.repo) ?? '';
    all.push(issue.source === 'github' && day > issue.asOf ? { ...issue, asOf: day } : issue);
  }
  return all;
}
