/** An issue as it is shown with a verdict. */
import type { IssueQuery, KnownIssue } from '../model/known-issue.ts';
import { signatureWords } from '../text/signatures.ts';
import type { Card } from './card.ts';
import { checks } from './shipped.ts';
import { versionNote } from './versions.ts';

export type Shown = {
  score: number;
  why: string;
  versions?: IssueQuery['versions'];
  check?: string | null;
  duplicates?: (number | string)[];
};

const SCORE_DIGITS = 1_000;

export function knownIssue(issue: Card, shown: Shown): KnownIssue {
  const { affects } = issue;
  const builds = [
    ...affects.aksRelease,
    ...affects.module,
    ...affects.kubernetes.map((v) => `Kubernetes ${v}`),
    ...affects.hostOs,
  ];
  return {
    repo: issue.repo,
    number: issue.number,
    url: issue.url,
    title: issue.title,
    state: issue.state,
    labels: issue.labels,
    score: Math.round(shown.score * SCORE_DIGITS) / SCORE_DIGITS,
    why: shown.why,
    affects: builds.length > 0 ? builds.join(', ') : null,
    fixedIn: issue.fixedIn,
    workaround: issue.workaround,
    risk: issue.risk,
    resolution: issue.resolution,
    source: issue.source,
    asOf: issue.asOf,
    check: shown.check ?? null,
    versionNote: versionNote(issue, shown.versions ?? {}),
    ...(shown.duplicates && shown.duplicates.length > 0 ? { duplicates: shown.duplicates } : {}),
  };
}

/** What tells the causes of one error apart, where this issue is one of them and the error stands in the text. */
export function checkFor(id: number | string, text: string): string | null {
  const words = ` ${signatureWords(text).join(' ')} `;
  const found = checks().find(
    ({ of, error }) => of.includes(id) && words.includes(` ${signatureWords(error).join(' ')} `),
  );
  return found?.check ?? null;
}
