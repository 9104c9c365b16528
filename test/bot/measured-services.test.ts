import { expect, it } from 'vitest';
import type { Services } from '../../dialogs/services.ts';
import { measuredServices } from '../../src/bot/measured-services.ts';
import { createMetrics } from '../../src/ops/metrics.ts';
import { noTracer } from '../../src/ops/tracing.ts';
import { aDraft, aRecord } from '../support/records.ts';

const record = aRecord();
const report = { ...record.report, masked: [{ kind: 'password', count: 2 }] };
const question = { fact: 'k8sVersion' } as never;
/** Answers as the real ones would, and remembers nothing. */
const services = {
  start: async () => ({ record, report, questions: [question], changed: [] }),
  say: async () => ({ record, report, questions: [], changed: [] }),
  answer: async () => ({ record, report: { ...report, scope: 'undetermined' }, questions: [], changed: [] }),
  noteAsked: async () => {},
  search: async ({ text }: { text: string }) => ({
    exact: text === 'known' ? [{}] : [],
    similar: text === 'alike' ? [{}] : [],
  }),
  draft: async () => aDraft(),
  exits: async () => [{ kind: 'portal' }, { kind: 'az' }],
  feedback: async () => {},
  record: async () => ({
    ...record,
    report: { ...report, knownIssues: { exact: [{ repo: 'a/b', number: 1 }], similar: [{ repo: 'a/b', number: 2 }] } },
  }),
  sending: { preview: async () => {}, send: async () => ({ kind: 'refused' }) },
  handoff: async () => record,
  watchedRepos: () => ['contoso/aks'],
} as unknown as Services;

it('counts what a triage comes to, and passes everything on', async () => {
  const metrics = createMetrics({ processMetrics: false });
  const measured = measuredServices(services, metrics, noTracer);
  const session = { userId: 'alex', tenantId: null, conversationId: null };
  expect((await measured.start(session, 'etcd')).record).toBe(record);
  await measured.noteAsked('r-1', ['k8sVersion']);
  await measured.say('r-1', 'alex', '1.31', ['k8sVersion']);
  await measured.answer('r-1', 'alex', {});
  for (const text of ['known', 'alike', 'nothing']) await measured.search({ text, limit: 5 });
  await measured.draft('r-1', 'alex');
  await measured.exits('r-1', 'alex');
  await measured.feedback('r-1', 'alex', { right: false });
  for (const knownIssue of ['a/b#1', 'a/b#2', 'none']) {
    await measured.feedback('r-1', 'alex', { right: false, corrected: { knownIssue } });
  }
  await measured.feedback('r-1', 'alex', { right: false, corrected: { scope: 'out_of_scope' } });
  await measured.sending?.send('r-1', 'alex', 'name');
  await measured.handoff('r-1', 'alex', { state: 'assigned', expert: 'robin' });
  expect(measured.watchedRepos()).toEqual(['contoso/aks']);

  const text = await metrics.registry.metrics();
  for (const line of [
    'triage_triages_started_total 1',
    'triage_redactions_total{kind="password"} 2',
    'triage_questions_total{fact="k8sVersion"} 1',
    'triage_verdicts_total{scope="in_scope",eligibility="unknown",edition="aks-arc-2024"} 1',
    'triage_verdicts_total{scope="undetermined",eligibility="unknown",edition="aks-arc-2024"} 1',
    'triage_rules_total{rule="D02"} 2',
    'triage_abstentions_total{axis="scope"} 1',
    'triage_abstentions_total{axis="eligibility"} 2',
    'triage_searches_total{found="exact"} 1',
    'triage_searches_total{found="similar"} 1',
    'triage_searches_total{found="none"} 1',
    'triage_drafts_total 1',
    'triage_exits_total{exit="az"} 1',
    'triage_feedback_total{right="false"} 5',
    'triage_known_issue_feedback_total{fits="first"} 1',
    'triage_known_issue_feedback_total{fits="other"} 1',
    'triage_known_issue_feedback_total{fits="none"} 1',
    'triage_corrections_total{scope="in_scope",eligibility="unknown"} 1',
    'triage_ticket_submissions_total{outcome="refused"} 1',
    'triage_handoffs_total{state="assigned"} 1',
  ]) {
    expect(text).toContain(line);
  }
  // No word and no name of a person is a label.
  expect(text).not.toMatch(/alex|robin|etcd/);
});
