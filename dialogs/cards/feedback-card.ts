/** What a person thinks would be the right verdict; stored as a labelled case. */
import { Eligibility, type Report, Scope } from '../../src/model/report.ts';
import { eligibilityLabels, scopeLabels } from '../labels.ts';
import { wording } from '../wording.ts';
import { button, type Card, card, type Element, heading, plain, sentence } from './card.ts';

export const NOTE = 'note';
/** Which of the linked issues it was. */
export const KNOWN_ISSUE = 'knownIssue';
export const NO_ISSUE = 'none';
const ISSUES_MAX = 5;
const TITLE_CHARS_MAX = 80;
const ID_CHARS_MAX = 150;
const NOTE_CHARS_MAX = 2000;

const linked = ({ knownIssues }: Report): { title: string; value: string }[] =>
  [...knownIssues.exact, ...knownIssues.similar]
    .slice(0, ISSUES_MAX)
    .map(({ title, repo, number }) => ({ title: plain(title, TITLE_CHARS_MAX), value: `${repo}#${number}` }))
    .filter(({ value }) => value.length <= ID_CHARS_MAX);

const choices = (labels: Record<string, string>, given: string): { title: string; value: string }[] =>
  Object.entries(labels)
    .filter(([value]) => value !== 'undetermined')
    .map(([value, title]) => ({ title: value === given ? `${title} (${wording.feedback.keep})` : title, value }));

export function feedbackCard(report: Report): Card {
  const { feedback } = wording;
  const issues = linked(report);
  const whichIssue: Element[] =
    issues.length === 0
      ? []
      : [
          {
            type: 'Input.ChoiceSet',
            id: KNOWN_ISSUE,
            label: feedback.knownIssue,
            style: 'compact',
            wrap: true,
            choices: [...issues, { title: feedback.noIssue, value: NO_ISSUE }],
          },
        ];
  const choice = (id: string, label: string, labels: Record<string, string>, value: string) => ({
    type: 'Input.ChoiceSet',
    id,
    label,
    value,
    style: 'compact',
    wrap: true,
    choices: choices(labels, value),
  });
  return card(
    [
      heading(feedback.title),
      sentence(feedback.intro, { subtle: true }),
      choice('scope', feedback.scope, scopeLabels, report.scope),
      choice('eligibility', feedback.eligibility, eligibilityLabels, report.eligibility),
      ...whichIssue,
      { type: 'Input.Text', id: NOTE, label: feedback.note, isMultiline: true, maxLength: NOTE_CHARS_MAX },
    ],
    [button(feedback.send, { do: 'corrected', about: report.recordId }, { inputs: true, primary: true })],
    { fallbackText: feedback.title },
  );
}

/** The correction as given on the card: only values that exist and differ from the verdict. */
export function correctionOf(
  report: Report,
  value: Record<string, unknown>,
): { corrected: Record<string, string>; note: string | undefined } {
  const corrected: Record<string, string> = {};
  const scope = Scope.safeParse(value.scope);
  if (scope.success && scope.data !== report.scope) corrected.scope = scope.data;
  const eligibility = Eligibility.safeParse(value.eligibility);
  if (eligibility.success && eligibility.data !== report.eligibility) corrected.eligibility = eligibility.data;
  const issue = [...linked(report).map((one) => one.value), NO_ISSUE].find((one) => one === value[KNOWN_ISSUE]);
  if (issue && linked(report).length > 0) corrected.knownIssue = issue;
  const note = typeof value[NOTE] === 'string' ? value[NOTE].trim().slice(0, NOTE_CHARS_MAX) : '';
  return { corrected, note: note || undefined };
}
