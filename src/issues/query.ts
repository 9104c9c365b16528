import type { IssueQuery } from '../model/known-issue.ts';

/** Longer than this, or several lines, is no summary that a person wrote as one. */
const SUMMARY_LENGTH_MAX = 300;

/** A one-line text is a summary by itself; of a longer one no title is made up. */
export function queryOf(text: string, summary = ''): Pick<IssueQuery, 'summary' | 'details'> {
  const one = text.trim();
  if (summary === '' && one.length <= SUMMARY_LENGTH_MAX && !one.includes('\n')) return { summary: one, details: '' };
  return { summary, details: one };
}
