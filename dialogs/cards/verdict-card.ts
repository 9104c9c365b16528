/** The verdict: both axes, the rules it rests on with links, what to do, known issues, and the facts behind a switch. */
import type { Citation, Part, Report } from '../../src/model/report.ts';
import {
  eligibilityLabels,
  eligibilitySigns,
  factLabel,
  factValue,
  limitLabels,
  scopeLabels,
  scopeSigns,
} from '../labels.ts';
import type { Question } from '../services.ts';
import { wording } from '../wording.ts';
import {
  type Action,
  box,
  button,
  type Card,
  card,
  type Detail,
  type Element,
  fitting,
  heading,
  paragraph,
  plain,
  type Run,
  sentence,
  type Tone,
  toggle,
} from './card.ts';
import { excerpt, factsTable, readingNotes } from './facts-card.ts';
import { issuesSection } from './issue-card.ts';

const DETAILS_ID = 'details';
const HEADLINE_CHARS = 400;
const CITATIONS_MAX = 5;
/** Reasons and issues seen at first glance; more make a card that nobody reads on a phone. */
const REASONS_SHOWN = 3;
const ISSUES_SHOWN = 2;
const BECAUSE_MAX = 3;

const axisTone = (report: Report): Tone => {
  if (report.eligibility === 'unsupported' || report.scope === 'out_of_scope') return 'attention';
  if (report.eligibility === 'upgrade_first' || report.scope === 'best_effort') return 'warning';
  return report.scope === 'in_scope' && report.eligibility === 'eligible' ? 'good' : 'emphasis';
};

export const scopeText = (report: Pick<Report, 'scope' | 'scopeLimit'>): string =>
  `${scopeLabels[report.scope]}${report.scopeLimit ? `, ${limitLabels[report.scopeLimit]}` : ''}`;

function axes(report: Report): Element {
  const column = (title: string, text: string): Element => ({
    type: 'Column',
    width: 'stretch',
    items: [
      paragraph([{ text: title, subtle: true, small: true }]),
      paragraph([{ text, bold: true }], { spacing: 'None' }),
    ],
  });
  return {
    type: 'ColumnSet',
    columns: [
      column(wording.verdict.topic, `${scopeSigns[report.scope]} ${scopeText(report)}`),
      column(
        wording.verdict.cluster,
        `${eligibilitySigns[report.eligibility]} ${eligibilityLabels[report.eligibility]}`,
      ),
    ],
  };
}

const BECAUSE_WORDS_CHARS = 80;

/** What a rule was applied because of: the fact, its value, and the words it was read from. */
function becauseOf({ because }: Citation, chars: number, hidden: ReadonlySet<string>): string {
  return because
    .filter(({ fact }) => !hidden.has(fact))
    .slice(0, BECAUSE_MAX)
    .map(({ fact, value, evidence }) => {
      const shown = plain(factValue(fact, value), 80);
      const words = excerpt(
        plain(evidence.replace(/\s+/g, ' '), chars * 4),
        shown,
        Math.min(chars, BECAUSE_WORDS_CHARS),
      );
      return `${factLabel(fact)}: ${shown}${words ? ` (“${words}”)` : ''}`;
    })
    .join('; ');
}

/** Rules with their links, what they mean, and why they apply; a reason that repeats the one above is not said again. */
export function citationLines(
  citations: readonly Citation[],
  chars: number,
  hidden: ReadonlySet<string> = new Set(),
): Element[] {
  const reasons = citations.map((citation) => becauseOf(citation, chars, hidden));
  return citations.flatMap((citation, index) => {
    const reason = reasons[index];
    const isNew = reason && reason !== reasons[index - 1];
    return [
      paragraph(
        [
          { text: plain(citation.rule, 10), subtle: true, small: true },
          { text: plain(citation.heading, 120), bold: true, url: citation.url },
        ],
        { spacing: 'Small' },
      ),
      paragraph([plain(citation.effect, chars)], { spacing: 'None' }),
      ...(isNew
        ? [
            paragraph([{ text: `${wording.verdict.because} ${reason}`, subtle: true, small: true }], {
              spacing: 'None',
            }),
          ]
        : []),
    ];
  });
}

const bullets = (lines: readonly (string | Run)[]): Element[] =>
  lines.map((line) => paragraph(['•', line], { spacing: 'None' }));

function section(title: string, items: Element[]): Element[] {
  return items.length === 0 ? [] : [box([heading(title, 'Default'), ...items], { separator: true })];
}

function parts(list: readonly Part[], { chars, items }: Detail): Element[] {
  return list
    .slice(0, items)
    .map((part) =>
      paragraph([
        { text: scopeText(part), bold: true },
        { text: plain(part.headline, chars) },
        { text: part.rules.slice(0, 4).join(', '), subtle: true, small: true },
      ]),
    );
}

function actions(recordId: string, open: readonly Question[]): Action[] {
  const { verdict } = wording;
  return [
    button(verdict.ticket, { do: 'ticket', recordId }, { primary: open.length === 0 }),
    button(verdict.correct, { do: 'edit', recordId }),
    button(verdict.right, { do: 'right', recordId }),
    button(verdict.wrong, { do: 'wrong', recordId }),
    button(verdict.person, { do: 'person', recordId }),
    toggle(verdict.details, DETAILS_ID),
  ];
}

/** Both axes and the headline, in the tone of the worse one; stands on top of every card that shows a verdict. */
export const verdictHead = (report: Report, title: string): Element =>
  box([heading(title, 'Large'), axes(report), paragraph([plain(report.headline, HEADLINE_CHARS)])], {
    style: axisTone(report),
  });

export type VerdictCard = {
  report: Report;
  /** Questions that were asked and have no answer. */
  open: readonly Question[];
  /** Facts that are not shown where others read along. */
  hidden?: ReadonlySet<string>;
};

export function verdictCard({ report, open, hidden }: VerdictCard): Card {
  return fitting((detail) =>
    card(
      [...firstGlance(report, open, detail, hidden), details(report, detail, hidden)],
      actions(report.recordId, open),
      {
        fallbackText: inWords(report),
      },
    ),
  );
}

/** Verdict, reasons, what to do, known issues: what fits on a screen. */
function firstGlance(
  report: Report,
  open: readonly Question[],
  detail: Detail,
  hidden?: ReadonlySet<string>,
): Element[] {
  const { verdict } = wording;
  const { chars, items } = detail;
  const dated = report.warnings.map(
    ({ text, dueDate }) => `${plain(text, chars)}${dueDate ? ` (${verdict.until} ${plain(dueDate, 10)})` : ''}`,
  );
  const places = report.places.map(({ label, url }) => ({ text: plain(label, 160), url: url ?? null }));
  return [
    verdictHead(report, verdict.title),
    ...readingNotes(report, detail),
    ...section(verdict.why, citationLines(report.citations.slice(0, REASONS_SHOWN), chars, hidden)),
    ...section(verdict.warnings, bullets(dated.slice(0, items))),
    ...section(
      verdict.wayBack[report.eligibility],
      bullets(report.wayBack.slice(0, items).map((way) => plain(way, chars))),
    ),
    ...section(verdict.open, openLines(open, detail)),
    ...section(verdict.places, bullets(places.slice(0, items))),
    ...section(verdict.parts, parts(report.parts, detail)),
    ...knownIssues(report, detail),
    editionLine(report, chars),
  ];
}

/** The issues, or that there is none: no match is an answer, too. */
function knownIssues(report: Report, { chars, items }: Detail): Element[] {
  const found = issuesSection(report.knownIssues, {
    chars: Math.min(chars, 200),
    items: Math.min(items, ISSUES_SHOWN),
  });
  const couldHave = report.scope === 'in_scope' || report.scope === 'best_effort';
  return found.length > 0 || !couldHave ? found : [sentence(wording.verdict.noKnown, { subtle: true })];
}

/** Behind a switch: the other reasons, duties, other editions, and the facts with their sources. */
function details(report: Report, detail: Detail, hidden?: ReadonlySet<string>): Element {
  const { verdict } = wording;
  const { chars, items } = detail;
  const duties = report.duties.map(({ who, what }) =>
    paragraph([{ text: `${verdict.who[who]}:`, bold: true }, plain(what, chars)], { spacing: 'None' }),
  );
  const others = report.otherEditions.map((other) =>
    paragraph([
      { text: `${plain(other.title, 100)}:`, bold: true, small: true },
      { text: `${scopeText(other)}; ${eligibilityLabels[other.eligibility]}. ${plain(other.why, chars)}`, small: true },
    ]),
  );
  const more = report.citations.slice(REASONS_SHOWN, Math.min(items, CITATIONS_MAX) + REASONS_SHOWN);
  return box(
    [
      ...section(verdict.moreReasons, citationLines(more, chars, hidden)),
      ...section(verdict.duties, duties.slice(0, items)),
      ...section(verdict.other, others.slice(0, items)),
      heading(verdict.facts, 'Default'),
      ...factsTable(report.facts, { chars, rows: items * 4 }, hidden),
    ],
    { id: DETAILS_ID, hidden: true, separator: true },
  );
}

/** The verdict for clients without cards. */
const inWords = (report: Report): string => {
  const rules = report.citations.slice(0, REASONS_SHOWN).map(({ rule, url }) => `${rule} ${url}`);
  return [
    `${wording.verdict.summary(scopeText(report), eligibilityLabels[report.eligibility])}.`,
    report.headline,
    ...rules,
  ].join(' ');
};

function openLines(open: readonly Question[], { chars, items }: Detail): Element[] {
  if (open.length === 0) return [];
  const lines = open.slice(0, items).map((question) => ({
    text: `${plain(question.label, 80)}${question.how ? `: ${plain(question.how, chars)}` : ''}`,
  }));
  return [...bullets(lines), paragraph([{ text: wording.verdict.openHow, subtle: true, small: true }])];
}

function editionLine(report: Report, chars: number): Element {
  const { edition } = report;
  return paragraph(
    [
      { text: wording.verdict.edition(plain(edition.title, 120)), small: true, url: edition.url },
      { text: `${plain(edition.date, 10)}. ${plain(edition.why, Math.min(chars, 200))}`, subtle: true, small: true },
      { text: wording.verdict.record(plain(report.recordId, 40)), subtle: true, small: true },
    ],
    { spacing: 'Medium' },
  );
}
