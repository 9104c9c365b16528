/**
 * The text of the ticket: the verdict first, because it decides who works on it; then what a support engineer asks for. Plain
 * text with short headings, since the portal shows no Markdown. Cut to the length limit from the least important part on.
 */
import type { Facts } from '../model/facts.ts';
import type { KnownIssue } from '../model/known-issue.ts';
import type { TriageRecord } from '../model/record.ts';
import type { Report } from '../model/report.ts';
import { redact } from '../text/redact.ts';
import { DESCRIPTION_LENGTH_MAX } from './check.ts';
import { argumentSafe, cleanText, shortened } from './clean-text.ts';

const RULES_MAX = 6;
const ISSUES_MAX = 5;
const TIMELINE_MAX = 10;
const STEPS_MAX = 8;
const EVIDENCE_LENGTH_MAX = 120;
/** The person's own words may always take this much, whatever else there is. */
const WORDS_LENGTH_MIN = 1_500;

type Section = { title: string; lines: string[] };

export function describe(record: TriageRecord, startedAt: string | null): string {
  const { report } = record;
  const words = cleanText(record.messages.join('\n\n')).replace(/\n{3,}/g, '\n\n');
  const head: Section[] = [verdictSection(report), wayBackSection(report)];
  const tail: Section[] = [
    { title: 'Facts and where they come from', lines: factLines(report.facts) },
    { title: 'Timeline', lines: timeline(record, startedAt) },
    { title: 'Tried so far', lines: triedSteps(words) },
    { title: 'Known issues looked at', lines: issueLines(report) },
    { title: 'Not known', lines: unknownLines(report) },
    {
      title: 'Triage',
      lines: [`Record ${record.id}, ${record.today}, knowledge ${report.knowledge}, version ${record.codeVersion}.`],
    },
  ];
  return argumentSafe(cleanText(redact(fitted(head, words, tail), 'private').text));
}

/** The words get what the rest leaves, but never less than their minimum; then the rest is shortened. */
function fitted(head: readonly Section[], words: string, tail: readonly Section[]): string {
  const before = head.map(written).filter(Boolean).join('\n\n');
  const after = tail.map(written).filter(Boolean).join('\n\n');
  const heading = 'SYMPTOM, IN THE WORDS OF THE REPORTER\n';
  const note = '\n(cut here; the full text is in the attachment)';
  const left = DESCRIPTION_LENGTH_MAX - before.length - after.length - heading.length - 8;
  const said = shortened(words || 'Nothing was said.', Math.max(left, WORDS_LENGTH_MIN), note);
  const full = [before, heading + said, after].filter(Boolean).join('\n\n');
  return shortened(full, DESCRIPTION_LENGTH_MAX, note);
}

const written = ({ title, lines }: Section): string =>
  lines.length === 0 ? '' : `${title.toUpperCase()}\n${lines.join('\n')}`;

const SCOPE_WORDS: Record<Report['scope'], string> = {
  in_scope: 'covered by support',
  best_effort: 'best effort: Microsoft helps as far as it can, without a promise to solve it',
  out_of_scope: 'not covered by support of this product',
  not_a_support_request: 'not a support request',
  undetermined: 'not decided, facts are missing',
};
const LIMIT_WORDS = {
  install_and_basic_configuration: 'limited to installation and basic configuration',
  business_hours: 'in business hours only',
} as const;
const ELIGIBILITY_WORDS: Record<Report['eligibility'], string> = {
  eligible: 'the cluster is eligible',
  upgrade_first: 'the cluster has to be upgraded first; help with that upgrade is what is asked for',
  unsupported: 'the cluster is out of support as it is',
  unknown: 'not decided whether the cluster is eligible',
};

/** What the scope and the state of the cluster mean, as one sentence without a full stop. */
export const verdictWords = ({
  scope,
  scopeLimit,
  eligibility,
}: Pick<Report, 'scope' | 'scopeLimit' | 'eligibility'>): string =>
  `${SCOPE_WORDS[scope]}${scopeLimit ? ` (${LIMIT_WORDS[scopeLimit]})` : ''}; ${ELIGIBILITY_WORDS[eligibility]}`;

function verdictSection(report: Report): Section {
  const { edition, citations, otherEditions, warnings } = report;
  return {
    title: 'Policy view',
    lines: [
      report.headline,
      `Topic and cluster: ${verdictWords(report)}.`,
      `Policy: ${edition.title}, ${edition.date}, ${edition.url}`,
      ...citations.slice(0, RULES_MAX).map(({ rule, heading, effect }) => `- ${rule} ${heading}: ${effect}`),
      ...warnings.map(({ rule, text, dueDate }) => `- Warning ${rule}: ${text}${dueDate ? ` (by ${dueDate})` : ''}`),
      ...otherEditions.map(({ title, why }) => `- ${title} would decide otherwise: ${why}`),
    ],
  };
}

const wayBackSection = ({ wayBack, eligibility }: Report): Section => ({
  title:
    eligibility === 'unsupported' || eligibility === 'upgrade_first'
      ? 'Way back, to be done first'
      : 'What would change this',
  lines: wayBack.map((line) => `- ${line}`),
});

/** `stoppedSince` → `stopped since`. */
const spelled = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/^k8s/, 'Kubernetes');

const HIDDEN: ReadonlySet<string> = new Set(['edition', 'topic', 'componentClass', 'errorSignatures']);

function factLines(facts: Facts): string[] {
  return Object.entries(facts).flatMap(([name, fact]) => {
    if (HIDDEN.has(name) || !fact) return [];
    const value = typeof fact.value === 'object' ? JSON.stringify(fact.value) : String(fact.value);
    const evidence = cleanText(fact.evidence).replace(/\s+/g, ' ');
    return [
      `- ${spelled(name)}: ${fact.approx ? 'about ' : ''}${value} (${fact.source}: “${shortened(evidence, EVIDENCE_LENGTH_MAX)}”)`,
    ];
  });
}

function timeline({ report, messages, createdAt }: TriageRecord, startedAt: string | null): string[] {
  const { stoppedSince, lastAzureSync, subscriptionStateSince } = report.facts;
  const dated: [string, string][] = [
    ...(startedAt ? [[startedAt, 'problem began'] as [string, string]] : []),
    ...(stoppedSince ? [[stoppedSince.value, 'cluster stopped'] as [string, string]] : []),
    ...(lastAzureSync ? [[lastAzureSync.value, 'last connection to Azure'] as [string, string]] : []),
    ...(subscriptionStateSince
      ? [[subscriptionStateSince.value, 'state of the subscription changed'] as [string, string]]
      : []),
    ...datedLines(messages),
    [`${createdAt.slice(0, 16)}Z`, 'triage began'],
  ];
  return dated
    .filter(([when]) => /^\d{4}-\d{2}-\d{2}/.test(when))
    .sort(([a], [b]) => a.localeCompare(b))
    .slice(-TIMELINE_MAX)
    .map(([when, what]) => `- ${when.replace(/T00:00:00Z$/, '')} ${what}`);
}

/** Lines that begin with a time stamp, as logs do. */
function datedLines(messages: readonly string[]): [string, string][] {
  return messages
    .flatMap((message) => [
      ...message.matchAll(/^\W{0,3}(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}[\d:.]{0,12}Z?)[ \t,|]+(.{8,300})$/gm),
    ])
    .slice(-TIMELINE_MAX)
    .map(([, when = '', what = '']) => [when, shortened(what.trim(), EVIDENCE_LENGTH_MAX)]);
}

const TRIED =
  /\b(?:tried|restarted|rebooted|reinstalled|re-?created|rolled back|reran|re-ran|cleaned up|uninstalled|updated|redeployed|recreated|deleted|drained|checked|verified|versucht|neu gestartet|geprüft|gelöscht)\b/i;

/** Sentences that say what was done; output lines are no sentences. */
function triedSteps(words: string): string[] {
  return words
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter(
      (sentence) =>
        sentence.length > 8 && sentence.length < 300 && TRIED.test(sentence) && !/[{}|]|\s{3,}/.test(sentence),
    )
    .slice(0, STEPS_MAX)
    .map((sentence) => `- ${sentence}`);
}

function issueLines({ knownIssues }: Report): string[] {
  const line = (tier: string) => (issue: KnownIssue) =>
    `- ${tier}: ${issue.title} ${issue.url}${issue.fixedIn ? `, fixed in ${issue.fixedIn}` : ''} (${issue.why})`;
  return [...knownIssues.exact.map(line('same error')), ...knownIssues.similar.map(line('similar'))].slice(
    0,
    ISSUES_MAX,
  );
}

const unknownLines = ({ ask, conflicts, notRead }: Report): string[] => [
  ...ask.map(({ fact, why }) => `- ${spelled(fact)}: ${why}`),
  ...conflicts.map(({ fact, used, other }) => `- ${spelled(fact)}: said to be ${used}, also ${other}`),
  ...notRead.map((what) => `- not read: ${what}`),
];
