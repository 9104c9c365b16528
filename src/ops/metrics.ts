/** What Prometheus reads at /metrics. Labels come from our own lists, never from users, so their number is bounded. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const PREFIX = 'triage_';
/** Most triages take three messages. */
const COUNTS = [0, 1, 2, 3, 4, 5, 7, 10, 15, 25];
/** Around the deadlines of Teams: 5 s for a search, 15 s for a turn. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 15];

export type Metrics = ReturnType<typeof createMetrics>;

export function createMetrics({ processMetrics = true } = {}) {
  const registry = new Registry();
  if (processMetrics) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Counter({ name: `${PREFIX}${name}_total`, help, labelNames: [...labelNames], registers });
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Gauge({ name: PREFIX + name, help, labelNames: [...labelNames], registers });

  const histogram = (name: string, help: string, buckets: number[]) =>
    new Histogram({ name: PREFIX + name, help, buckets, registers });

  return {
    registry,
    turns: counter('turns', 'Activities dealt with', ['kind', 'outcome']),
    turnSeconds: new Histogram({
      name: `${PREFIX}turn_seconds`,
      help: 'From the request to the end of the turn',
      labelNames: ['kind'],
      buckets: SECONDS,
      registers,
    }),
    triagesStarted: counter('triages_started', 'Triages begun'),
    triagesFinished: counter('triages_finished', 'Triages whose verdict was shown for the first time'),
    triagesAbandoned: counter('triages_abandoned', 'Triages left for another, or cancelled, before a verdict', [
      'stage',
    ]),
    triageMessages: histogram('triage_messages', 'Messages of a person up to the verdict', COUNTS),
    triageQuestions: histogram('triage_questions', 'Questions asked up to the verdict', COUNTS),
    verdicts: counter('verdicts', 'Verdicts given, by class and edition', ['scope', 'eligibility', 'edition']),
    rules: counter('rules', 'Rules that decided a verdict', ['rule']),
    abstentions: counter('abstentions', 'Verdicts left open', ['axis']),
    questions: counter('questions', 'Questions asked', ['fact']),
    searches: counter('searches', 'Known-issue searches by best find', ['found']),
    drafts: counter('drafts', 'Ticket drafts made'),
    exits: counter('exits', 'Ticket exits shown', ['exit']),
    submissions: counter('ticket_submissions', 'Tickets sent, by what became of them', ['outcome']),
    feedback: counter('feedback', 'Verdicts judged by people', ['right']),
    issueFeedback: counter('known_issue_feedback', 'Known issues judged by people: the first, another, or none fits', [
      'fits',
    ]),
    corrections: counter('corrections', 'Verdicts corrected by people, by the class that was given', [
      'scope',
      'eligibility',
    ]),
    handoffs: counter('handoffs', 'Hand-offs to an expert', ['state']),
    redactions: counter('redactions', 'Credentials masked on entry', ['kind']),
    duplicates: counter('duplicate_activities', 'Activities that came again', ['outcome']),
    late: counter('late_answers', 'Answers sent by a later process than the one that made them'),
    refused: counter('requests_refused', 'Requests turned away before any work', ['reason']),
    storeUnavailable: counter('store_unavailable', 'Turns that found the store unavailable'),
    waiting: gauge('waiting_messages', 'Messages that wait on disk for the store to come back'),
    owed: gauge('owed_answers', 'Answers that the channel has not taken yet'),
    pruned: counter('pruned_records', 'Records and drafts removed by retention'),
    syncFailures: counter('sync_failures', 'Reads of a repository that failed', ['repo']),
    githubRemaining: gauge('github_ratelimit_remaining', 'Requests GitHub still allows in this hour'),
    issues: gauge('issues', 'Known issues in the store'),
    indexAgeSeconds: gauge('issue_index_age_seconds', 'Since the oldest watched repository was last read'),
    checks: gauge('check_status', 'Daily self-check: 0 fine, 1 look at it, 2 act now', ['check']),
    ready: gauge('ready', '1 while the process takes traffic'),
  };
}
