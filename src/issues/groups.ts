/** How issues are put together: repositories in groups, records of one issue into one, and the words that all are read with. */
import { type StoredIssue, TRACKER } from '../model/known-issue.ts';
import { type Collection, keyOf } from './collection.ts';
import { Concepts } from './concepts.ts';
import { foreignNames, type Names } from './foreign.ts';
import { synonyms } from './shipped.ts';
import { merged } from './text-of.ts';

/** Repositories that are the product's own: they share statistics and come first. */
export const HOME_REPOS = [TRACKER, 'learn.microsoft.com'];
export const HOME = 'home';

/** The words that text is read with; made once, used for building and for searching. */
export type Vocabulary = { concepts: Concepts; names: Names };
let shippedVocabulary: Vocabulary | undefined;
export const vocabulary = (): Vocabulary => {
  shippedVocabulary ??= { concepts: new Concepts(synonyms()), names: foreignNames() };
  return shippedVocabulary;
};

const home = new Set(HOME_REPOS.map((repo) => repo.toLowerCase()));
/** Group that a repository belongs to. */
export const groupOf = (repo: string): string => (home.has(repo.toLowerCase()) ? HOME : repo.toLowerCase());

/** A base and at most a delta of what changed since. */
export type Group = { name: string; collections: Collection[] };

/** Of two records of one issue the tracker's newest stands, completed by the shipped one. */
export function foldRecords(issues: Iterable<StoredIssue>): Map<string, StoredIssue> {
  const byKey = new Map<string, StoredIssue>();
  for (const issue of issues) {
    const key = keyOf(issue.repo, issue.number);
    const known = byKey.get(key);
    if (!known) byKey.set(key, issue);
    else if (issue.source === 'github') byKey.set(key, known.source === 'github' ? issue : merged(issue, known));
    else byKey.set(key, known.source === 'github' ? merged(known, issue) : issue);
  }
  return byKey;
}
