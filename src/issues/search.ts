/**
 * Known-issue search: `exact` where a stored error signature stands in the text, `similar` for what reads alike and passes the
 * threshold. The index holds the issues of several repositories; those of one group share word statistics.
 */
import type { IssueQuery, KnownIssue, KnownIssues, StoredIssue } from '../model/known-issue.ts';
import { checkFor, knownIssue } from './answer.ts';
import { Concepts } from './concepts.ts';
import { ExactIndex } from './exact.ts';
import { foreignNames, type Names } from './foreign.ts';
import { type Intent, intentOf } from './intent.ts';
import { DAY_UNKNOWN, type Hit, type Part, searchParts } from './lexical.ts';
import { SegmentBuilder } from './segment.ts';
import { synonyms } from './shipped.ts';
import { countFields, type FieldCounts } from './terms.ts';
import { fieldsOf, merged } from './text-of.ts';
import { belongs, CONFIDENCE_MIN, confidence, SHARE_MIN, type Signals, signalsOf } from './threshold.ts';
import { matchedWords } from './why.ts';

const MS_PER_DAY = 86_400_000;
const LIMIT_DEFAULT = 5;
const LIMIT_MAX = 50;
const EXACT_MAX = 6;
/** Hits that are looked at before folding, filtering and cutting. */
const LOOKED_AT = 60;

export type IndexOptions = {
  /** Today, `YYYY-MM-DD`: ages are counted from here. */
  today?: string;
  /** Synonym groups; without them those that ship. */
  synonyms?: readonly (readonly string[])[];
  /** Repositories that share word statistics and come first; the rest are one group each. */
  home?: readonly string[];
  /** Smallest confidence of a similar issue; 0 shows the bare ranking. */
  confidenceMin?: number;
};

export const HOME_REPOS = ['Azure/aksArc', 'learn.microsoft.com'];

type Group = { name: string; issues: StoredIssue[]; part: Part };

const keyOf = (repo: string, number: number | string): string => `${repo.toLowerCase()}#${number}`;
const dayOf = (date: string | null): number => {
  const time = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(time) ? DAY_UNKNOWN : Math.floor(time / MS_PER_DAY);
};

export class IssueIndex {
  #groups: Group[];
  #exact: ExactIndex;
  #all: StoredIssue[];
  #byKey: Map<string, StoredIssue>;
  #concepts: Concepts;
  #foreign: Names;
  #today: number;
  #confidenceMin: number;

  private constructor(groups: Group[], exact: ExactIndex, concepts: Concepts, options: IndexOptions) {
    this.#groups = groups;
    this.#exact = exact;
    this.#all = groups.flatMap(({ issues }) => issues);
    this.#byKey = new Map(this.#all.map((issue) => [keyOf(issue.repo, issue.number), issue]));
    this.#concepts = concepts;
    this.#foreign = foreignNames();
    this.#today = dayOf(options.today ?? new Date().toISOString().slice(0, 10));
    this.#confidenceMin = options.confidenceMin ?? CONFIDENCE_MIN;
  }

  /** Of two records of one issue the tracker's stands, completed by the shipped one. */
  static build(issues: Iterable<StoredIssue>, options: IndexOptions = {}): IssueIndex {
    const byKey = new Map<string, StoredIssue>();
    for (const issue of issues) {
      const key = keyOf(issue.repo, issue.number);
      const known = byKey.get(key);
      if (!known) byKey.set(key, issue);
      else if (issue.source === 'github') byKey.set(key, known.source === 'github' ? issue : merged(issue, known));
      else byKey.set(key, known.source === 'github' ? merged(known, issue) : issue);
    }
    const concepts = new Concepts(options.synonyms ?? synonyms());
    const home = new Set((options.home ?? HOME_REPOS).map((repo) => repo.toLowerCase()));
    const named = Map.groupBy(byKey.values(), ({ repo }) => (home.has(repo.toLowerCase()) ? 'home' : repo));
    const groups = [...named]
      .sort(([a], [b]) => Number(b === 'home') - Number(a === 'home'))
      .map(([name, of]) => ({ name, issues: of, part: partOf(of, concepts) }));
    const exact = new ExactIndex();
    let number = 0;
    for (const { issues: of } of groups) {
      for (const issue of of) {
        exact.add(number, issue.signatures, issue.needs);
        number += 1;
      }
    }
    return new IssueIndex(groups, exact, concepts, options);
  }

  get size(): number {
    return this.#all.length;
  }

  /** One issue as it is shown, without a query. */
  get(repo: string, number: number | string): KnownIssue | undefined {
    const issue = this.#byKey.get(keyOf(repo, number));
    return issue && knownIssue(issue, { score: 0, why: '' });
  }

  search(query: IssueQuery): KnownIssues {
    const text = `${query.summary}\n${query.details}`;
    const limit = Math.min(query.limit ?? LIMIT_DEFAULT, LIMIT_MAX);
    const wanted = query.repos && new Set(query.repos.map((repo) => repo.toLowerCase()));
    const isWanted = (issue: StoredIssue): boolean => wanted === undefined || wanted.has(issue.repo.toLowerCase());
    const intent = intentOf(text);
    const counts = countFields({ title: query.summary, body: query.details }, this.#concepts);
    const exact = this.#exactHits(text, query, isWanted).slice(0, EXACT_MAX);
    const shown = new Set(exact.map((issue) => keyOf(issue.repo, issue.number)));
    const similar: KnownIssue[] = [];
    for (const group of this.#groups) {
      for (const found of this.#similarHits(group, counts, text, intent, shown)) {
        const master = this.#master(found.issue);
        const key = keyOf(master.repo, master.number);
        if (shown.has(key) || !isWanted(master)) continue;
        if (similar.length >= limit) break;
        shown.add(key);
        const folded = found.issue === master ? [] : [found.issue.number];
        similar.push(
          knownIssue(master, {
            score: found.score,
            why: matchedWords(fieldsOf(master), text, this.#concepts),
            versions: query.versions,
            duplicates: folded,
          }),
        );
      }
    }
    return { exact: exact.slice(0, limit), similar };
  }

  #exactHits(text: string, query: IssueQuery, isWanted: (issue: StoredIssue) => boolean): KnownIssue[] {
    const matches = this.#exact
      .find(text)
      .map(({ document, signature }) => ({ issue: this.#all[document] as StoredIssue, signature }))
      .filter(({ issue }) => isWanted(issue) && belongs(issue, 'problem'))
      // The longest signature says most; the tracker goes before the page that tells the same.
      .sort((a, b) => b.signature.length - a.signature.length || rank(a.issue) - rank(b.issue));
    return matches.map(({ issue, signature }) =>
      knownIssue(issue, {
        score: 1,
        why: `“${signature}” stands in your text`,
        versions: query.versions,
        check: matches.length > 1 ? checkFor(issue.number, text) : null,
      }),
    );
  }

  /** The ranking of the home group before the threshold, with what the threshold looks at; for learning and for doctors. */
  explain(query: IssueQuery): { exact: number; hits: { number: number | string; signals: Signals | undefined }[] } {
    const text = `${query.summary}\n${query.details}`;
    const [home] = this.#groups;
    const exact = this.#exact.find(text).length;
    if (!home) return { exact, hits: [] };
    const counts = countFields({ title: query.summary, body: query.details }, this.#concepts);
    const { hits, signals } = this.#ranked(home, counts, text, intentOf(text));
    return {
      exact,
      hits: hits.map((hit, i) => ({ number: (home.issues[hit.document] as StoredIssue).number, signals: signals[i] })),
    };
  }

  /** Hits of one group that pass the threshold, best first; none where none of the first few does. */
  #similarHits(
    group: Group,
    query: FieldCounts,
    text: string,
    intent: Intent,
    exact: ReadonlySet<string>,
  ): { issue: StoredIssue; score: number }[] {
    // An issue whose error stands in the text vouches for itself and for no other.
    const { hits, signals } = this.#ranked(group, query, text, intent, exact);
    const best = Math.max(0, ...signals.map((of) => confidence(of)));
    const top = hits[0]?.text ?? 0;
    if (best < this.#confidenceMin || top === 0) return [];
    return hits
      .filter((hit) => hit.text >= SHARE_MIN * top)
      .map((hit) => ({ issue: group.issues[hit.document] as StoredIssue, score: (best * hit.text) / top }));
  }

  #ranked(group: Group, query: FieldCounts, text: string, intent: Intent): { hits: Hit[]; signals: Signals[] } {
    const hits = searchParts([group.part], query, { today: this.#today, limit: LOOKED_AT }).filter((hit) =>
      belongs(group.issues[hit.document] as StoredIssue, intent),
    );
    const named = this.#foreign.in(text);
    const lacksName = (hit: Hit): boolean => {
      if (named.size === 0) return false;
      const { title, body, code } = fieldsOf(group.issues[hit.document] as StoredIssue);
      const own = this.#foreign.in(`${title}\n${body}\n${code}`);
      return ![...named].some((name) => own.has(name));
    };
    return { hits, signals: signalsOf([group.part], query, hits, lacksName) };
  }

  /** Follows duplicates to the report that stands for all. */
  #master(issue: StoredIssue): StoredIssue {
    let at = issue;
    for (let steps = 0; steps < 5 && at.duplicateOf !== null; steps += 1) {
      const next = this.#byKey.get(keyOf(at.repo, at.duplicateOf));
      if (!next) break;
      at = next;
    }
    return at;
  }
}

const rank = (issue: StoredIssue): number => (issue.source === 'documented' ? 1 : 0);

function partOf(issues: readonly StoredIssue[], concepts: Concepts): Part {
  const builder = new SegmentBuilder();
  for (const issue of issues) builder.add(countFields(fieldsOf(issue), concepts));
  return {
    segment: builder.build(),
    activity: Int32Array.from(issues, (issue) => dayOf(issue.updated)),
    dead: new Uint8Array(issues.length),
  };
}
