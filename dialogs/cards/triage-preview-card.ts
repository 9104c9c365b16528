/** "Triage this" on a message: the first reading in a dialog, and the card that it leaves in the conversation. */
import type { Report } from '../../src/model/report.ts';
import { eligibilityLabels } from '../labels.ts';
import type { Question } from '../services.ts';
import { wording } from '../wording.ts';
import { button, type Card, card, fitting, paragraph, plain, sentence } from './card.ts';
import { factsTable, labelsOf, readingNotes } from './facts-card.ts';
import { issuesSection } from './issue-card.ts';
import { citationLines, scopeText, verdictHead } from './verdict-card.ts';

const summaryOf = (report: Report): string =>
  wording.verdict.summary(scopeText(report), eligibilityLabels[report.eligibility]);

/** The message's words travel with the button, because a dialog of Teams keeps nothing; they are masked again on arrival. */
const CARRIED_CHARS_MAX = 8000;

export function previewCard(text: string, report: Report): Card {
  const { extension } = wording;
  return fitting(({ chars, items }) =>
    card(
      [
        verdictHead(report, extension.triageTitle),
        sentence(extension.intro, { subtle: true }),
        paragraph([{ text: plain(text, chars), mono: true, small: true }]),
        ...readingNotes(report, { chars, items }),
        ...citationLines(report.citations.slice(0, 3), chars),
        ...issuesSection(report.knownIssues, { chars, items: Math.min(items, 3) }),
      ],
      [
        button(
          extension.post,
          { do: 'postTriage', text: text.slice(0, Math.min(CARRIED_CHARS_MAX, chars * 20)) },
          { primary: true },
        ),
      ],
      { fallbackText: summaryOf(report) },
    ),
  );
}

/** The visible end of "Triage this": verdict so far, what is open, and a way to go on. */
export function postedTriageCard(report: Report, questions: readonly Question[]): Card {
  const { extension } = wording;
  return fitting(({ chars, items }) =>
    card(
      [
        verdictHead(report, extension.triageTitle),
        ...citationLines(report.citations.slice(0, 3), chars),
        ...(questions.length > 0
          ? [paragraph([plain(extension.openQuestions(labelsOf(questions).map((label) => plain(label, 60))), chars)])]
          : []),
        ...issuesSection(report.knownIssues, { chars, items: Math.min(items, 3) }),
        ...factsTable(report.facts, { chars: Math.min(chars, 120), rows: items }),
      ],
      [
        ...(questions.length > 0
          ? [button(extension.answer, { do: 'continue', recordId: report.recordId }, { primary: true })]
          : []),
        button(wording.verdict.ticket, { do: 'ticket', recordId: report.recordId }),
        button(wording.verdict.person, { do: 'person', recordId: report.recordId }),
      ],
      { fallbackText: `${summaryOf(report)}. ${report.headline}` },
    ),
  );
}
