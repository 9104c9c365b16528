/** Known issues: as lines of another card, as a card of their own, and as the small card of a search result or a pasted link. */
import type { KnownIssue, KnownIssues } from '../../src/model/known-issue.ts';
import { wording } from '../wording.ts';
import {
  button,
  type Card,
  card,
  codeRuns,
  type Element,
  fitting,
  heading,
  openUrl,
  paragraph,
  plain,
  type Run,
  safeUrl,
  sentence,
} from './card.ts';

/** Cards of pasted links are shown by clients that know version 1.3 only. */
const UNFURL_VERSION = '1.3';
const TITLE_CHARS = 160;
/** A list shows two lines of a title. */
const PREVIEW_TITLE_CHARS = 64;

const reference = (issue: KnownIssue): string => `${issue.repo}#${issue.number}`;
const whereOf = (issue: KnownIssue): string =>
  issue.source === 'documented' ? wording.issues.documentation : wording.issues.github;

function stateRuns(issue: KnownIssue): Run[] {
  const labels = issue.labels.slice(0, 4).map((label) => plain(label, 30));
  const state = [
    plain(issue.state, 20),
    ...(issue.resolution !== 'unknown' && issue.resolution !== issue.state ? [issue.resolution.replace('_', ' ')] : []),
    ...labels,
  ];
  return [
    {
      text: `${plain(reference(issue), 60)} · ${state.join(' · ')} · ${wording.issues.asOf(plain(issue.asOf, 30))}`,
      subtle: true,
      small: true,
    },
  ];
}

/** One issue as two to four lines. */
export function issueLines(issue: KnownIssue, chars: number): Element[] {
  const { verdict, issues } = wording;
  const details: [string, string | null][] = [
    [issues.affects, issue.affects],
    [verdict.fixedIn, issue.fixedIn],
    [verdict.workaround, issue.workaround],
    [verdict.risk, issue.risk],
    [issues.check, issue.check ?? null],
    [issues.version, issue.versionNote ?? null],
  ];
  return [
    paragraph([{ text: plain(issue.title, TITLE_CHARS), bold: true, url: issue.url }], { spacing: 'Small' }),
    paragraph(stateRuns(issue), { spacing: 'None' }),
    ...(issue.why
      ? [
          paragraph(
            [
              {
                text: `${wording.issues.matched}: ${plain(issue.why, Math.min(chars, 200))}`,
                subtle: true,
                small: true,
              },
            ],
            { spacing: 'None' },
          ),
        ]
      : []),
    ...details
      .filter((detail): detail is [string, string] => Boolean(detail[1]))
      .map(([label, text]) =>
        paragraph([{ text: `${label}:`, bold: true, small: true }, ...codeRuns(plain(text, chars), { small: true })], {
          spacing: 'None',
        }),
      ),
  ];
}

/** Known issues under a heading; those with the same error come first and say so. */
export function issuesSection(known: KnownIssues, limits: { chars: number; items: number }): Element[] {
  const exact = known.exact.slice(0, limits.items);
  const similar = known.similar.slice(0, Math.max(0, limits.items - exact.length));
  if (exact.length + similar.length === 0) return [];
  return [
    heading(wording.verdict.known, 'Default'),
    ...(exact.length > 0 ? [sentence(wording.verdict.knownExact, { subtle: true, spacing: 'None' })] : []),
    ...withoutRepeats([...exact, ...similar]).flatMap((issue) => issueLines(issue, limits.chars)),
  ];
}

/** What confirms several issues is said once, at the first of them. */
const withoutRepeats = (issues: readonly KnownIssue[]): KnownIssue[] =>
  issues.map((issue, at) => {
    const isSaid = issues.slice(0, at).some(({ check }) => check && check === issue.check);
    return isSaid ? { ...issue, check: null } : issue;
  });

/** `about` is the triage they belong to. */
export function issuesCard(known: KnownIssues, about?: string): Card {
  const count = known.exact.length + known.similar.length;
  return fitting(({ chars, items }) =>
    card(
      [
        heading(wording.issues.title),
        ...(count === 0 ? [sentence(wording.issues.none)] : issuesSection(known, { chars, items }).slice(1)),
      ],
      about
        ? [
            button(wording.verdict.ticket, { do: 'ticket', about }),
            button(wording.choices.verdict, { do: 'verdict', about }),
          ]
        : [],
      {
        fallbackText:
          count === 0
            ? wording.issues.none
            : [...known.exact, ...known.similar]
                .slice(0, items)
                .map((issue) => `${issue.title} ${issue.url}`)
                .join('\n'),
      },
    ),
  );
}

/** The card of one issue, for a search result or a pasted link. */
export function issueCard(issue: KnownIssue): Card {
  const url = safeUrl(issue.url);
  return fitting(({ chars }) =>
    card(issueLines(issue, chars), url ? [openUrl(wording.issues.view(whereOf(issue)), url)] : [], {
      fallbackText: `${issue.title} ${url ?? ''}`,
      version: UNFURL_VERSION,
    }),
  );
}

/** Title and line of a result in a list. */
export const issuePreview = (issue: KnownIssue): { title: string; text: string } => ({
  title: plain(issue.title, PREVIEW_TITLE_CHARS),
  text: plain(
    [
      reference(issue),
      issue.state,
      issue.fixedIn ? `${wording.verdict.fixedIn} ${issue.fixedIn}` : '',
      issue.workaround ? wording.verdict.workaround : '',
    ]
      .filter(Boolean)
      .join(' · '),
    160,
  ),
});
