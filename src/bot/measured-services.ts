/** The same services, counted: what is asked of them becomes the metrics of triage. Labels are ids of ours, never words of users. */
import type { Sending, Services, TriageStep } from '../../dialogs/services.ts';
import type { Report } from '../model/report.ts';
import type { Metrics } from '../ops/metrics.ts';
import type { Tracer } from '../ops/tracing.ts';

export function measuredServices(services: Services, metrics: Metrics, tracer: Tracer): Services {
  const traced = <A extends unknown[], R>(name: string, call: (...args: A) => Promise<R>) => {
    return (...args: A): Promise<R> => tracer.span(name, {}, () => call(...args));
  };
  const step = (name: 'start' | 'say' | 'answer') => {
    const call = traced(name, services[name] as (...args: unknown[]) => Promise<TriageStep>);
    return async (...args: unknown[]): Promise<TriageStep> => {
      const result = await call(...args);
      if (name === 'start') countStart(metrics, result.report);
      // A verdict counts when it is given: nothing is left to ask.
      if (result.questions.length === 0) countVerdict(metrics, result.report);
      return result;
    };
  };

  return {
    ...services,
    ...(services.sending ? { sending: measuredSending(services.sending, metrics) } : {}),
    start: step('start') as Services['start'],
    say: step('say') as Services['say'],
    answer: step('answer') as Services['answer'],
    async noteAsked(recordId, facts) {
      for (const fact of facts) metrics.questions.inc({ fact });
      await services.noteAsked(recordId, facts);
    },
    search: traced('search', async (query) => {
      const found = await services.search(query);
      const best = found.exact.length > 0 ? 'exact' : found.similar.length > 0 ? 'similar' : 'none';
      metrics.searches.inc({ found: best });
      return found;
    }),
    draft: traced('draft', async (...args: Parameters<Services['draft']>) => {
      const draft = await services.draft(...args);
      metrics.drafts.inc();
      return draft;
    }),
    exits: traced('exits', async (...args: Parameters<Services['exits']>) => {
      const exits = await services.exits(...args);
      for (const { kind } of exits) metrics.exits.inc({ exit: kind });
      return exits;
    }),
    async feedback(recordId, userId, feedback) {
      await services.feedback(recordId, userId, feedback);
      metrics.feedback.inc({ right: String(feedback.right) });
      const record = feedback.corrected && (await services.record(recordId, userId));
      if (feedback.corrected && record) countCorrection(metrics, record.report, feedback.corrected);
    },
    async handoff(recordId, userId, change) {
      const record = await services.handoff(recordId, userId, change);
      metrics.handoffs.inc({ state: change.state });
      return record;
    },
  };
}

const measuredSending = (sending: Sending, metrics: Metrics): Sending => ({
  ...sending,
  async send(...args) {
    const outcome = await sending.send(...args);
    metrics.submissions.inc({ outcome: outcome.kind });
    return outcome;
  },
});

function countCorrection(metrics: Metrics, report: Report, corrected: Record<string, string>): void {
  const { scope, eligibility, knownIssues } = report;
  if (corrected.scope || corrected.eligibility) metrics.corrections.inc({ scope, eligibility });
  const chosen = corrected.knownIssue;
  if (!chosen) return;
  const [first] = [...knownIssues.exact, ...knownIssues.similar];
  const isFirst = first !== undefined && chosen === `${first.repo}#${first.number}`;
  metrics.issueFeedback.inc({ fits: chosen === 'none' ? 'none' : isFirst ? 'first' : 'other' });
}

function countStart(metrics: Metrics, report: Report): void {
  metrics.triagesStarted.inc();
  for (const { kind, count } of report.masked) metrics.redactions.inc({ kind }, count);
}

function countVerdict(metrics: Metrics, report: Report): void {
  const { scope, eligibility, edition, rules } = report;
  metrics.verdicts.inc({ scope, eligibility, edition: edition.id });
  for (const rule of rules) metrics.rules.inc({ rule });
  if (scope === 'undetermined') metrics.abstentions.inc({ axis: 'scope' });
  if (eligibility === 'unknown') metrics.abstentions.inc({ axis: 'eligibility' });
}
