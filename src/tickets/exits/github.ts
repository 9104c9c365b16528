/**
 * A link that opens a new issue in the product's public repository, written in that repository's own template, with everything
 * that identifies somebody renamed. Only the template, title and body are sent: other parameters need rights there.
 */
import type { TicketData } from '../../../knowledge/schema.ts';
import type { TriageRecord } from '../../model/record.ts';
import type { Draft, Exit } from '../../model/ticket.ts';
import { type Known, type Pseudonyms, redact } from '../../text/redact.ts';
import { cleanText, shortened } from '../clean-text.ts';
import { fenced } from './text.ts';

/** GitHub answers 414 above 8,192 characters of address, counted after encoding. */
export const GITHUB_URL_LENGTH_MAX = 8_000;
/** Longest to shortest share of the reporter's words that is tried until the address fits. */
const WORDS_LENGTHS = [20_000, 5_000, 3_500, 2_400, 1_600, 1_000, 600, 300, 120, 0] as const;
const TITLE_LENGTH_MAX = 160;
const CUT = '\n(cut to fit into a link; the full text is offered to copy)';

export type PublicIssue = {
  title: string;
  body: string;
  url: string;
  cut: boolean;
  renamed: { kind: string; count: number }[];
};

export function publicIssue(draft: Draft, record: TriageRecord, { github }: TicketData): PublicIssue {
  const pseudonyms: Pseudonyms = new Map();
  const renamed = new Map<string, number>();
  const made = (text: string): string => {
    const result = redact(text, 'public', { pseudonyms, known: knownWords(draft, record) });
    for (const { kind, count } of result.renamed) renamed.set(kind, (renamed.get(kind) ?? 0) + count);
    return withoutMentions(result.text);
  };
  const words = made(cleanText(record.messages.join('\n\n')));
  const title = shortened(github.titlePrefix + made(draft.title), TITLE_LENGTH_MAX);
  const environment = made(environmentLines(record).join('\n'));
  const issues = draft.knownIssues.map(({ url }) => `- ${url}`).join('\n');
  const bodyOf = (length: number): string =>
    templateBody({ words: shortened(words, length, CUT), environment, issues, draft });
  const body = bodyOf(Number.MAX_SAFE_INTEGER);
  const kinds = [...renamed].map(([kind, count]) => ({ kind, count }));
  for (const length of WORDS_LENGTHS) {
    const url = issueUrl(github, title, bodyOf(length));
    if (url.length <= GITHUB_URL_LENGTH_MAX) return { title, body, url, cut: words.length > length, renamed: kinds };
  }
  return { title, body, url: issueUrl(github, shortened(title, 60), ''), cut: true, renamed: kinds };
}

function issueUrl({ repo, template }: TicketData['github'], title: string, body: string): string {
  const query = new URLSearchParams({ template, title, ...(body ? { body } : {}) });
  return `https://github.com/${repo}/issues/new?${query}`;
}

/** A pasted `@name` would call a stranger, `#12` would link an issue of that repository. */
const withoutMentions = (text: string): string => text.replace(/(^|[^\w`/])@(?=[A-Za-z\d])/g, '$1@\u200b');

function templateBody({
  words,
  environment,
  issues,
  draft,
}: {
  words: string;
  environment: string;
  issues: string;
  draft: Draft;
}): string {
  const logs = draft.logs.map(({ command }) => `- \`${command}\``).join('\n');
  return [
    '**Describe the bug**',
    fenced(words),
    '**To Reproduce**',
    'Steps to reproduce the behavior:\n1. _the exact command or action_\n2. _what happened_',
    '**Expected behavior**',
    '_what should have happened_',
    '**Environment (please complete the following information):**',
    environment,
    '**Additional context**',
    issues ? `Looked at:\n${issues}` : 'No known issue with this error was found.',
    '**Collect log files**',
    `To be sent to Microsoft on request, not posted here:\n${logs || '- Get-ArcHciLogs'}`,
  ].join('\n\n');
}

function environmentLines({ report }: TriageRecord): string[] {
  const { hostOs, hostOsVersion, azureLocalRelease, aksRelease, k8sVersion, cni, nodeOs, nodeCount } = report.facts;
  const unknown = 'not known';
  return [
    `- OS: ${[hostOs?.value, hostOsVersion?.value].filter(Boolean).join(' ') || unknown}`,
    '- Browser: does not apply',
    '- Version: does not apply',
    `- AKS on Azure Local version: ${azureLocalRelease?.value ?? aksRelease?.value ?? unknown}`,
    `- Kubernetes version: ${k8sVersion?.value ?? unknown}`,
    ...(cni ? [`- CNI: ${cni.value}`] : []),
    ...(nodeOs || nodeCount
      ? [`- Nodes: ${[nodeCount?.value, nodeOs?.value].filter((value) => value !== undefined).join(' ')}`]
      : []),
  ];
}

/** Words of this record that must not become public though their form does not show it. */
function knownWords({ contact }: Draft, { report }: TriageRecord): Known[] {
  const name = [contact.firstName, contact.lastName].filter(Boolean).join(' ');
  const cluster = report.facts.clusterName?.value;
  return [
    ...(name.length > 2 ? [{ kind: 'person' as const, value: name }] : []),
    ...(contact.lastName && contact.lastName.length > 2 ? [{ kind: 'person' as const, value: contact.lastName }] : []),
    ...(contact.primaryEmailAddress ? [{ kind: 'mail address' as const, value: contact.primaryEmailAddress }] : []),
    ...(contact.phoneNumber ? [{ kind: 'phone number' as const, value: contact.phoneNumber }] : []),
    ...(cluster && cluster.length > 2 ? [{ kind: 'cluster' as const, value: cluster }] : []),
  ];
}

export function githubExit(
  draft: Draft,
  { record, data, why }: { record: TriageRecord; data: TicketData; why: string },
): Exit {
  const issue = publicIssue(draft, record, data);
  const kinds = issue.renamed.map(({ kind, count }) => `${count} × ${kind}`).join(', ');
  return {
    kind: 'github',
    title: 'GitHub issue (public)',
    why,
    content: `${issue.title}\n\n${issue.body}`,
    url: issue.url,
    twin: null,
    steps: [
      `Everybody can read it. ${kinds ? `Renamed for that: ${kinds}. ` : ''}Read it through before you send it.`,
      ...(issue.cut ? ['The link holds a shortened text; paste the full one from here instead.'] : []),
      data.github.rules,
      'Fill in the steps to reproduce and what you expected.',
    ],
  };
}
