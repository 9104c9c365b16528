/**
 * The index of a running bot: bases from files, a delta of what changed since, swapped in whole. A search always meets one
 * consistent index; a merge into new bases runs in a worker.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { IssueQuery, KnownIssues, StoredIssue } from '../model/known-issue.ts';
import type { Store } from '../store/store.ts';
import { baseFile, buildBases, shippedByKey } from './build-base.ts';
import { type Collection, CollectionBuilder, keyOf, without } from './collection.ts';
import type { Embedder } from './embedder.ts';
import { foldRecords, type Group, groupOf, vocabulary } from './groups.ts';
import { knownIssues } from './load.ts';
import { type IndexOptions, IssueIndex } from './search.ts';
import { fingerprint, readCollection, writeCollection } from './segment-file.ts';
import { merged } from './text-of.ts';
import { meaningOf, readByModel, VectorFile } from './vectors.ts';

/** A delta beyond this share of its base, and beyond so many issues, is merged. */
const DELTA_SHARE_MAX = 0.05;
const DELTA_MIN = 200;
/** Names of the groups whose bases belong together; a file, because a group's name cannot be read from its base. */
const LIST = 'bases.json';

export type LiveOptions = {
  store: Store;
  /** Where the base files are; without it nothing is written and every start builds anew. */
  folder?: string;
  /** The store's address, for the worker; without it a merge runs in this thread. */
  url?: string;
  index?: IndexOptions;
  /** Reorders what the words find, as soon as it has read all issues; until then and without it the words decide alone. */
  embedder?: Embedder;
  /** Told what a merge or the model failed of, behind everything else; the index goes on as it is. */
  onTrouble?: (error: unknown) => void;
};

type Bases = { revision: number; collections: Map<string, Collection> };

export class LiveIndex {
  #options: LiveOptions;
  #bases: Bases;
  /** Changed issues since the bases, by key. */
  #changed = new Map<string, StoredIssue>();
  #revision: number;
  #index: IssueIndex;
  #merging: Promise<void> | undefined;
  #shipped = shippedByKey();
  #groups: readonly Group[] = [];
  #vectors: VectorFile | undefined;
  #reading: Promise<void> = Promise.resolve();
  #isClosed = false;

  private constructor(options: LiveOptions, bases: Bases) {
    this.#options = options;
    this.#bases = bases;
    this.#revision = bases.revision;
    this.#index = this.#assembled();
  }

  /** Loads the bases, or builds and writes them where they are missing or of another making; then takes up what changed since. */
  static async open(options: LiveOptions): Promise<LiveIndex> {
    const { folder } = options;
    let bases = folder === undefined ? undefined : readBases(folder);
    bases ??= await newBases(options);
    const live = new LiveIndex(options, bases);
    await live.refresh();
    return live;
  }

  /** The newest whole index; keep it for one search, not longer. */
  get index(): IssueIndex {
    return this.#index;
  }

  /** Searches with the model where there is one; a fault of the model costs the reordering and no more. */
  async search(query: IssueQuery): Promise<KnownIssues> {
    const { embedder, onTrouble } = this.#options;
    let meaning: Int8Array | undefined;
    try {
      meaning = embedder && (await meaningOf(embedder, query.summary, query.details));
    } catch (error) {
      onTrouble?.(error);
    }
    return this.#index.search(query, meaning);
  }

  /** Takes up what was written since, by this or another process. True where something changed. */
  async refresh(): Promise<boolean> {
    const { store } = this.#options;
    const revision = await store.issues.revision();
    if (revision === this.#revision) return false;
    for await (const issue of store.issues.changedSince(this.#revision))
      this.#changed.set(keyOf(issue.repo, issue.number), issue);
    this.#revision = revision;
    this.#index = this.#assembled();
    if (this.#isDeltaLarge()) this.#merging ??= this.#merge().catch((error) => this.#options.onTrouble?.(error));
    return true;
  }

  /** Resolves when no merge runs. */
  async merged(): Promise<void> {
    await this.#merging;
  }

  /** Resolves when no merge runs and the model has read everything. */
  async settled(): Promise<void> {
    await this.#merging;
    await this.#reading;
  }

  /** The model stops behind the issue it is at. */
  close(): void {
    this.#isClosed = true;
  }

  /** Lets the model read what it has not read, behind everything else. */
  #read(): void {
    const { embedder, folder } = this.#options;
    if (!embedder) return;
    this.#vectors ??= new VectorFile(
      embedder,
      folder === undefined ? undefined : join(folder, `${embedder.id}.vectors`),
    );
    const vectors = this.#vectors;
    const unread = this.#groups.flatMap(({ collections }) => collections).filter((of) => !of.vectors);
    const read = async (): Promise<void> => {
      for (const collection of unread) {
        if (this.#isClosed) return;
        const issues = foldRecords(await knownIssues(this.#options.store)).values();
        await readByModel(collection, issues, {
          vectors,
          dimensions: embedder.dimensions,
          isEnded: () => this.#isClosed,
        });
      }
    };
    this.#reading = this.#reading.then(read).catch((error) => this.#options.onTrouble?.(error));
  }

  #isDeltaLarge(): boolean {
    const based = [...this.#bases.collections.values()].reduce((sum, { segment }) => sum + segment.documents, 0);
    return this.#changed.size > DELTA_MIN && this.#changed.size > DELTA_SHARE_MAX * based;
  }

  #assembled(): IssueIndex {
    const { concepts, names } = vocabulary();
    const changes = Map.groupBy(this.#changed.values(), ({ repo }) => groupOf(repo));
    const groups: Group[] = [];
    for (const name of new Set([...this.#bases.collections.keys(), ...changes.keys()])) {
      const base = this.#bases.collections.get(name);
      const changed = changes.get(name) ?? [];
      const collections: Collection[] = base ? [base] : [];
      if (changed.length > 0) {
        const builder = new CollectionBuilder(concepts, names);
        const keys = changed.map((issue) => keyOf(issue.repo, issue.number));
        for (const [i, issue] of changed.entries()) {
          const curated = this.#shipped.get(keys[i] as string);
          builder.add(curated ? merged(issue, curated) : issue);
        }
        if (base) collections[0] = without(base, keys);
        collections.push(builder.build(base?.segment.averages));
      }
      groups.push({ name, collections });
    }
    this.#groups = groups;
    this.#read();
    return new IssueIndex(groups, this.#options.index);
  }

  async #merge(): Promise<void> {
    try {
      const bases = await newBases(this.#options);
      this.#bases = bases;
      this.#changed = new Map();
      this.#revision = bases.revision;
      this.#index = this.#assembled();
    } finally {
      this.#merging = undefined;
    }
    // What was written while the merge ran.
    await this.refresh();
  }
}

/** In a worker where it can read and write for itself: a hundred thousand issues would stop the bot for seconds. */
async function newBases({ store, folder, url, onTrouble }: LiveOptions): Promise<Bases> {
  if (folder !== undefined && url !== undefined && url !== ':memory:') {
    try {
      const { groups } = await inWorker(url, folder);
      writeList(folder, groups);
      const bases = readBases(folder);
      if (bases) return bases;
    } catch (error) {
      // Slower here, but the bot needs an index.
      onTrouble?.(error);
    }
  }
  const bases = { revision: await store.issues.revision(), collections: await buildBases(store) };
  try {
    if (folder !== undefined) writeAll(folder, bases);
  } catch (error) {
    // The next start builds again; this one has its index.
    onTrouble?.(error);
  }
  return bases;
}

function inWorker(url: string, folder: string): Promise<{ revision: number; groups: string[] }> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./merge-worker.ts', import.meta.url), { workerData: { url, folder } });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The merge ended with ${code} before it was done.`)));
  });
}

const writeList = (folder: string, groups: readonly string[]): void =>
  writeFileSync(join(folder, LIST), JSON.stringify({ fingerprint: fingerprint(), groups }));

function writeAll(folder: string, { revision, collections }: Bases): void {
  for (const [group, collection] of collections) writeCollection(baseFile(folder, group), collection, revision);
  writeList(folder, [...collections.keys()]);
}

/** All bases or none; bases of different revisions count as the oldest, because a change that comes twice is of no harm. */
function readBases(folder: string): Bases | undefined {
  if (!existsSync(folder) || !readdirSync(folder).includes(LIST)) return undefined;
  let groups: string[];
  try {
    groups = (JSON.parse(readFileSync(join(folder, LIST), 'utf8')) as { groups: string[] }).groups;
  } catch {
    return undefined;
  }
  const collections = new Map<string, Collection>();
  let revision = Number.POSITIVE_INFINITY;
  for (const group of groups) {
    const read = readCollection(baseFile(folder, group));
    if (!read) return undefined;
    collections.set(group, read.collection);
    revision = Math.min(revision, read.revision);
  }
  return collections.size === 0 ? undefined : { revision, collections };
}
