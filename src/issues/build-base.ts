/** Builds the base collections from a whole store, one pass, and writes them as files; run in a worker while the bot serves. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { StoredIssue } from '../model/known-issue.ts';
import type { Store } from '../store/store.ts';
import { type Collection, CollectionBuilder, keyOf } from './collection.ts';
import { groupOf, vocabulary } from './groups.ts';
import { writeCollection } from './segment-file.ts';
import { shippedIssues } from './shipped.ts';
import { merged } from './text-of.ts';

/** File of a group's base; a repository's name may hold what a file's may not. */
export const baseFile = (folder: string, group: string): string =>
  join(folder, `${createHash('sha256').update(group).digest('hex').slice(0, 16)}.issues`);

/** Shipped records by key: a tracker's record of the same issue is completed by it. */
export const shippedByKey = (): Map<string, StoredIssue> =>
  new Map(shippedIssues().map((issue) => [keyOf(issue.repo, issue.number), issue]));

/** One collection a group, with everything that ships and that the store holds. Issues stream through; only arrays stay. */
export async function buildBases(store: Store | undefined): Promise<Map<string, Collection>> {
  const { concepts, names } = vocabulary();
  const builders = new Map<string, CollectionBuilder>();
  const add = (issue: StoredIssue): void => {
    const group = groupOf(issue.repo);
    let builder = builders.get(group);
    if (!builder) {
      builder = new CollectionBuilder(concepts, names);
      builders.set(group, builder);
    }
    builder.add(issue);
  };
  const shipped = shippedByKey();
  if (store) {
    for await (const issue of store.issues.all()) {
      const key = keyOf(issue.repo, issue.number);
      const curated = shipped.get(key);
      add(curated ? merged(issue, curated) : issue);
      shipped.delete(key);
    }
  }
  for (const issue of shipped.values()) add(issue);
  return new Map([...builders].map(([group, builder]) => [group, builder.build()]));
}

/** Builds and writes all bases. The revision is read first: what changes meanwhile comes again with the delta. */
export async function writeBases(store: Store, folder: string): Promise<{ revision: number; groups: string[] }> {
  const revision = await store.issues.revision();
  const bases = await buildBases(store);
  for (const [group, collection] of bases) writeCollection(baseFile(folder, group), collection, revision);
  return { revision, groups: [...bases.keys()] };
}
