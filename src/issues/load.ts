/** The index that a command searches: what ships, and what was synced or imported where a store exists. */
import { IssueIndex } from './search.ts';
import { shippedIssues } from './shipped.ts';

export async function loadIndex(): Promise<IssueIndex> {
  return IssueIndex.build(shippedIssues(), process.env.TRIAGE_TODAY ? { today: process.env.TRIAGE_TODAY } : {});
}
