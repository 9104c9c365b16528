/**
 * The triage desk: knowledge, index and clock around the pure engine. It holds no state of a conversation; the same words,
 * facts, edition, day and knowledge give the same report.
 */
import { createHash } from 'node:crypto';
import type { FactQuestion } from '../knowledge/schema.ts';
import packageJson from '../package.json' with { type: 'json' };
import { queryOf as summaryAndDetails } from './issues/query.ts';
import type { IssueIndex } from './issues/search.ts';
import type { FactName, Facts } from './model/facts.ts';
import type { IssueQuery, KnownIssue, KnownIssues } from './model/known-issue.ts';
import type { TriageRecord } from './model/record.ts';
import { Report, type Verdict } from './model/report.ts';
import { plainText } from './text/clean.ts';
import { redact } from './text/redact.ts';
import { errorSignatures } from './text/signatures.ts';
import { openPart } from './triage/ask.ts';
import { editionNamed } from './triage/edition.ts';
import type { Knowledge } from './triage/knowledge.ts';
import { readingOf, type TriageInput, triage } from './triage/triage.ts';
import { understand } from './triage/understand.ts';

type Masked = Report['masked'];

export type DeskNeeds = {
  knowledge: Knowledge;
  /** The index as it is now; a sync may have replaced it. */
  index(): IssueIndex;
  /** Search for people where it can do more than the index: a model may reorder what the words find. Reports never use it. */
  search?(query: IssueQuery): Promise<KnownIssues>;
  today(): string;
  /** Edition that an administrator fixed for everybody. */
  forcedEdition: string | null;
};

export type Desk = ReturnType<typeof createDesk>;

const NO_ISSUES: KnownIssues = { exact: [], similar: [] };
/** More links than this are a list to search in, not an answer. */
const SIMILAR_MAX = 3;

export function createDesk({ knowledge, index, search, today, forcedEdition }: DeskNeeds) {
  if (forcedEdition && !editionNamed(knowledge.policies, forcedEdition)) {
    const known = knowledge.policies.map(({ id }) => id).join(', ');
    throw new Error(`TRIAGE_EDITION names "${forcedEdition}", which is no edition of the policy. Known: ${known}.`);
  }

  const reportOf = (input: TriageInput, id: string, recordId: string): Report => {
    const verdict = triage(input, knowledge);
    // Through the schema, so that a report reads the same before and after it was stored.
    return Report.parse({
      reportVersion: 1,
      id,
      recordId,
      ...withoutVersion(verdict),
      knownIssues: knownIssuesFor(input, verdict, index),
      masked: maskedIn(input.messages),
    });
  };

  return {
    knowledge,
    today,
    forcedEdition,
    codeVersion: packageJson.version,

    /** Plain words with credentials masked: the first thing that happens to any text. */
    mask(text: string): { text: string; masked: Masked } {
      return redact(plainText(text), 'private');
    },

    /** The report of a record, made anew from its words and facts. */
    report(record: Omit<TriageRecord, 'report'>): Report {
      return reportOf(
        {
          messages: record.messages,
          given: record.given,
          edition: record.edition,
          today: record.today,
          asked: record.asked.map((entry) => entry.fact),
        },
        record.id,
        record.id,
      );
    },

    /** One triage without a record; its id follows from what went in. */
    once(text: string, options: { given?: Facts; edition?: string | null; today?: string; id?: string } = {}): Report {
      const { text: words } = this.mask(text);
      const input: TriageInput = {
        messages: [words],
        given: options.given ?? {},
        edition: options.edition ?? forcedEdition,
        today: options.today ?? today(),
        asked: [],
      };
      const recordId = recordIdOf(input, knowledge.hash);
      return reportOf(input, options.id ?? recordId, recordId);
    },

    preview(text: string): Report {
      return this.once(text);
    },

    intentOf(text: string): { intent: string; confidence: number; facts: Facts } {
      const { text: words } = this.mask(text);
      const { facts } = readingOf(words, today());
      const understanding = understand(words, facts, knowledge.lexicon);
      return { intent: understanding.intent, confidence: understanding.confidence, facts };
    },

    async search(query: IssueQuery): Promise<KnownIssues> {
      const dated = { today: today(), ...query };
      return search ? await search(dated) : index().search(dated);
    },

    issue(repo: string, number: number): KnownIssue | undefined {
      return index().get(repo, number);
    },

    questionFor(fact: FactName, facts: Facts): FactQuestion | undefined {
      const entries = knowledge.questions.filter((entry) => entry.fact === fact);
      const isKnown = facts[fact] !== undefined && !facts[fact].approx;
      const fits = (entry: FactQuestion) => entry.onlyOpen === isKnown && (!isKnown || entry.part === openPart(facts));
      return entries.find(fits) ?? entries[0];
    },
  };
}

const withoutVersion = ({ reportVersion: _, ...rest }: Verdict) => rest;

/** Same input, same id: a record can be found again by doing the same triage. */
export function recordIdOf(input: TriageInput, knowledgeHash: string): string {
  return createHash('sha256')
    .update(JSON.stringify([input, knowledgeHash]))
    .digest('hex')
    .slice(0, 16);
}

/** A wish, another product's problem or small talk has no known issue of ours; an excluded topic only where its very error is known. */
function knownIssuesFor(input: TriageInput, verdict: Verdict, index: () => IssueIndex): KnownIssues {
  if (verdict.scope === 'not_a_support_request' || verdict.component === 'other_product') return NO_ISSUES;
  const { exact, similar } = index().search(queryOf(input, verdict));
  return { exact, similar: verdict.scope === 'out_of_scope' ? [] : similar.slice(0, SIMILAR_MAX) };
}

function queryOf(input: TriageInput, verdict: Verdict): IssueQuery {
  const { aksRelease, k8sVersion, hostOsVersion, azureLocalRelease } = verdict.facts;
  return {
    // The opening tells the problem; what follows are mostly answers, and tells more of it only where it brings an error.
    ...summaryAndDetails(
      input.messages.filter((message, at) => at === 0 || errorSignatures(message).length > 0).join('\n\n'),
    ),
    versions: {
      ...(aksRelease ? { aksRelease: aksRelease.value } : {}),
      ...(k8sVersion ? { kubernetes: k8sVersion.value } : {}),
      ...(hostOsVersion ? { hostOs: hostOsVersion.value } : {}),
      ...(azureLocalRelease ? { azureLocal: azureLocalRelease.value } : {}),
    },
    isProblem: true,
    eachVouched: true,
    today: input.today,
  };
}

/** Masks that stand in the words, counted by kind; made from the stored words so that a replay counts the same. */
export function maskedIn(messages: readonly string[]): Masked {
  const counts = new Map<string, number>();
  for (const [, kind = ''] of messages.join('\n').matchAll(/\[masked: ([^\]]{1,60})\]/g))
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a.localeCompare(b)).map(([kind, count]) => ({ kind, count }));
}
