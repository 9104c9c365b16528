import type { StoredIssue } from '../model/known-issue.ts';
import type { Intent } from './intent.ts';
import { type Hit, type Part, weighTerms } from './lexical.ts';
import type { FieldCounts } from './terms.ts';

export type Evidence = { mass: number; terms: number };

const NEVER = new Set(['announcement']);
const WISHES = new Set(['feature', 'announcement', 'docs', 'question']);

/** Whether an issue of its kind may be linked to a text of this intent. */
export function belongs(issue: StoredIssue, intent: Intent): boolean {
  if (intent === 'wish') return true;
  return !NEVER.has(issue.kind) && issue.kind !== 'feature';
}

export function evidence(parts: readonly Part[], counts: FieldCounts, _text: string): Evidence {
  const terms = weighTerms(parts, counts);
  return { mass: terms.reduce((sum, { weight }) => sum + weight, 0), terms: terms.length };
}

export function confidence(seen: Evidence, hit: Hit, _issue: StoredIssue): number {
  return hit.text / Math.max(seen.mass, 1);
}
void WISHES;
