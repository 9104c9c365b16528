/** A triage report for a terminal. */
import { factValue } from '../../dialogs/labels.ts';
import type { KnownIssue } from '../model/known-issue.ts';
import type { Report } from '../model/report.ts';
import { shownValue } from '../triage/merge.ts';
import { bullet, paint, title, wrap } from './print.ts';

const ISSUES_SHOWN = 3;

const SCOPE_WORDS = {
  in_scope: 'in scope',
  best_effort: 'best effort',
  out_of_scope: 'out of scope',
  not_a_support_request: 'not a support request',
  undetermined: 'not determined yet',
} as const;

const LIMIT_WORDS = {
  install_and_basic_configuration: 'installation and basic configuration only',
  business_hours: 'in business hours only',
} as const;

const ELIGIBILITY_WORDS = {
  eligible: 'eligible',
  upgrade_first: 'upgrade first',
  unsupported: 'out of support',
  unknown: 'not known yet',
} as const;

const COLOURS = { eligible: 'green', upgrade_first: 'yellow', unsupported: 'red', unknown: 'dim' } as const;

export function reportText(report: Report): string {
  const scope = SCOPE_WORDS[report.scope] + (report.scopeLimit ? ` (${LIMIT_WORDS[report.scopeLimit]})` : '');
  const sections = [
    `${wrap(title(report.headline))}\n\nScope        ${scope}\nCluster      ${paint(COLOURS[report.eligibility], ELIGIBILITY_WORDS[report.eligibility])}\nComponent    ${report.component}, confidence ${Math.round(report.confidence * 100)} %`,
    wrap(`${report.edition.title} (${report.edition.date}); ${report.edition.why}`, '             ', 'Policy       '),
    section('Why', report.citations.map(citation)),
    section('Way back', report.wayBack.map(bullet)),
    section(
      'Mind',
      report.warnings.map((warning) =>
        bullet(`${warning.text}${warning.dueDate ? ` (${warning.dueDate})` : ''} [${warning.rule}]`),
      ),
    ),
    section(
      'Who does what',
      report.duties.map((duty) => bullet(`${duty.who}: ${duty.what}`)),
    ),
    section(
      'Parts of the message',
      report.parts.map((part) => bullet(`${SCOPE_WORDS[part.scope]}: ${part.headline}`)),
    ),
    section(
      'Under another edition',
      report.otherEditions.map((other) => bullet(`${other.title}: ${other.why}`)),
    ),
    section(
      'Facts',
      Object.entries(report.facts).map(([name, fact]) =>
        bullet(`${name} = ${inTerminal(name, fact.value)}${fact.approx ? ' (about)' : ''}  "${fact.evidence}"`),
      ),
    ),
    section(
      'Contradictions',
      report.conflicts.map((conflict) =>
        bullet(`${conflict.fact}: used ${conflict.used}, but also read ${conflict.other} ("${conflict.evidence}")`),
      ),
    ),
    knownIssues(report),
    section(
      'Still worth knowing',
      report.ask.map((ask) => bullet(`${ask.fact}: ${ask.why}`)),
    ),
    section(
      'Where to go',
      report.places.map((place) => bullet(place.url ? `${place.label}: ${place.url}` : place.label)),
    ),
    section('Not read', report.notRead.map(bullet)),
    section(
      'Masked',
      report.masked.map(({ kind, count }) => bullet(`${count} × ${kind}: treat it as leaked and rotate it`)),
    ),
    paint('dim', `Record ${report.recordId} · knowledge ${report.knowledge}`),
  ];
  return sections.filter(Boolean).join('\n\n');
}

/** As `--fact` takes it where that is a word or a list of words; changes to nodes, which are records, as a person says them. */
const inTerminal = (fact: string, value: unknown): string =>
  Array.isArray(value) && value.some((each) => typeof each === 'object') ? factValue(fact, value) : shownValue(value);

const section = (name: string, lines: string[]): string =>
  lines.length > 0 ? `${title(name)}\n${lines.join('\n')}` : '';

function citation({ rule, heading, effect, because, url }: Report['citations'][number]): string {
  const reasons = because
    .map(({ fact, value, evidence }) => `${fact} = ${inTerminal(fact, value)} ("${evidence}")`)
    .join('; ');
  return [
    bullet(`${rule} ${heading}: ${effect}`),
    reasons ? wrap(`because ${reasons}`, '      ', '      ') : '',
    paint('dim', `      ${url}`),
  ]
    .filter(Boolean)
    .join('\n');
}

function knownIssues({ knownIssues: { exact, similar }, scope }: Report): string {
  if (scope === 'not_a_support_request') return '';
  const parts = [
    section('Known issues with this very error', exact.slice(0, ISSUES_SHOWN).map(issueText)),
    section('Similar known issues', similar.slice(0, ISSUES_SHOWN).map(issueText)),
  ].filter(Boolean);
  return parts.length > 0
    ? parts.join('\n\n')
    : `${title('Known issues')}\n${bullet('None found that describes this problem.')}`;
}

export function issueText(issue: KnownIssue): string {
  const lines = [
    bullet(`${issue.repo}#${issue.number} ${issue.title} (${issue.state}, ${issue.resolution})`),
    wrap(`matched: ${issue.why}`, '      ', '      '),
    issue.affects ? wrap(`affects: ${issue.affects}`, '      ', '      ') : '',
    issue.fixedIn ? wrap(`fixed in: ${issue.fixedIn}`, '      ', '      ') : '',
    issue.workaround ? wrap(`workaround: ${issue.workaround}`, '      ', '      ') : '',
    issue.risk ? wrap(`risk: ${issue.risk}`, '      ', '      ') : '',
    paint('dim', wrap(`${issue.url} · ${issue.source}, as of ${issue.asOf}`, '      ', '      ')),
  ];
  return lines.filter(Boolean).join('\n');
}
