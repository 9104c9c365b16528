/** The known issues that come with the project: what Microsoft documents, and a sample of the tracker. */
import { readYaml } from '../../knowledge/load.ts';
import { IssueChecks, IssueRisks, type ShippedIssue, ShippedIssues, Synonyms } from '../../knowledge/schema/issues.ts';
import type { StoredIssue } from '../model/known-issue.ts';
import { riskOf } from './risks.ts';

const FILES = ['issues/documented.yaml', 'issues/aksarc.yaml'];

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

export const checks = once(() => readYaml('issues/checks.yaml', IssueChecks).checks);
export const risks = once(() => readYaml('issues/risks.yaml', IssueRisks).risks);
export const synonyms = once(() => readYaml('synonyms.yaml', Synonyms).groups);

/** All shipped issues as the store would keep them; read once. Throws KnowledgeError where a file is broken. */
export const shippedIssues = once((): StoredIssue[] => {
  const files = FILES.map((file) => readYaml(file, ShippedIssues));
  const twins = new Map<number, ShippedIssue['errors']>();
  for (const { issues } of files) {
    for (const issue of issues) for (const number of issue.sameAs) twins.set(number, issue.errors);
  }
  return files.flatMap((file) => file.issues.map((issue) => stored(issue, file, twins)));
});

function stored(
  issue: ShippedIssue,
  file: ShippedIssues,
  twins: ReadonlyMap<number, ShippedIssue['errors']>,
): StoredIssue {
  // The same fault has the same errors, whoever describes it.
  const errors = [...issue.errors, ...(typeof issue.id === 'number' ? (twins.get(issue.id) ?? []) : [])];
  const needs: Record<string, string[]> = {};
  for (const error of errors) if (typeof error !== 'string') needs[error.text] = error.with;
  const workaround = issue.workaround ?? null;
  return {
    repo: file.repo,
    number: issue.id,
    url: issue.url,
    title: issue.title,
    body: issue.symptom ?? '',
    comments: [],
    state: issue.state,
    stateReason: null,
    labels: issue.labels,
    kind: issue.kind,
    opened: issue.opened ?? null,
    closed: null,
    updated: null,
    signatures: [...new Set(errors.map((error) => (typeof error === 'string' ? error : error.text)))],
    cause: issue.cause ?? null,
    workaround,
    affects: issue.affects ?? { aksRelease: [], kubernetes: [], hostOs: [], module: [] },
    fixedIn: issue.fixedIn ?? null,
    related: issue.related,
    duplicateOf: issue.duplicateOf ?? null,
    resolution: issue.resolution,
    source: file.source,
    asOf: file.asOf,
    marks: issue.marks,
    said: issue.said,
    needs,
    risk: issue.risk ?? riskOf(workaround, risks()),
  };
}
