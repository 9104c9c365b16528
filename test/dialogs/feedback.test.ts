import { expect, it } from 'vitest';
import { correctionOf, feedbackCard } from '../../dialogs/cards/feedback-card.ts';
import { inputIds } from '../../dialogs/cards/read-card.ts';
import type { KnownIssue } from '../../src/model/known-issue.ts';
import { aRecord } from '../support/records.ts';

const { report } = aRecord();
const issue = (number: number) => ({ repo: 'Azure/aksArc', number, title: `Issue ${number}` }) as KnownIssue;
const linked = { ...report, knownIssues: { exact: [issue(1)], similar: [issue(2)] } };

it('asks which known issue it was only where one was linked', () => {
  expect(inputIds(feedbackCard(linked))).toContain('knownIssue');
  expect(inputIds(feedbackCard({ ...report, knownIssues: { exact: [], similar: [] } }))).not.toContain('knownIssue');
});

it.each([
  ['Azure/aksArc#2', 'Azure/aksArc#2'],
  ['none', 'none'],
  // Nobody chooses what was not linked.
  ['Azure/aksArc#3', undefined],
  [['none'], undefined],
  ['', undefined],
])('takes the choice %j as %j', (knownIssue, kept) => {
  expect(correctionOf(linked, { knownIssue }).corrected.knownIssue).toBe(kept);
});

it('takes no choice where there was none to make', () => {
  const bare = { ...report, knownIssues: { exact: [], similar: [] } };
  expect(correctionOf(bare, { knownIssue: 'none' }).corrected).toEqual({});
});
