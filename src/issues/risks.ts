import type { IssueRisks } from '../../knowledge/schema/issues.ts';

/** What the steps of a workaround may break, or null where none of the marked steps is in it. */
export function riskOf(workaround: string | null, risks: IssueRisks['risks']): string | null {
  if (workaround === null) return null;
  const text = workaround.toLowerCase().replaceAll('`', '');
  const found = risks.filter(({ words }) => words.some((word) => text.includes(word.toLowerCase())));
  return found.length === 0 ? null : found.map(({ risk }) => risk).join(' ');
}
