/** After every change of what is known: either the next card of questions, or the verdict, with what changed said in words. */
import type { Facts } from '../src/model/facts.ts';
import type { Report } from '../src/model/report.ts';
import { heading, paragraph, plain, quoted } from './cards/card.ts';
import { factsTable, readingNotes } from './cards/facts-card.ts';
import { onOneCard, questionsCard } from './cards/questions-card.ts';
import { scopeText, verdictCard } from './cards/verdict-card.ts';
import type { Shown, Triage } from './conversation.ts';
import { eligibilityLabels, factLabel, factValue } from './labels.ts';
import { type Question, questionId, type TriageStep } from './services.ts';
import { changes, hiddenFacts, idsOf, reportNow, show, type Turn, text, underWay } from './turn.ts';
import { wording } from './wording.ts';

const NOTED_MAX = 6;
/** Facts above the first questions; the rest is one word away. */
const OPENING_ROWS_MAX = 6;
/** Two lines of a phone. */
const OPENING_EVIDENCE_CHARS = 60;

const shownOf = ({ scope, scopeLimit, eligibility }: Report): Shown => ({ scope, scopeLimit, eligibility });

/** What changed in the words of a person; harmless in Markdown. */
function notedIn(step: TriageStep): string[] {
  const phrases = changes(step, factLabel, (fact, value) => quoted(factValue(fact, value), 100));
  return phrases.slice(0, NOTED_MAX);
}

/** Goes on: asks what is still worth asking and was never asked, or gives the verdict. */
export async function goOn(turn: Turn, step: TriageStep, opening = false): Promise<void> {
  const triage = underWay(turn);
  triage.ticket = null;
  const fresh = step.questions.filter((question) => !triage.asked.includes(questionId(question)));
  const askable = turn.said.place === 'personal' ? fresh : fresh.filter((question) => !question.sensitive);
  const questions = onOneCard(askable);
  if (questions.length > 0) await ask(turn, step, questions, opening);
  else if (fresh.length > 0) askPrivately(turn, step, fresh);
  else giveVerdict(turn, step);
}

async function ask(turn: Turn, step: TriageStep, questions: Question[], opening: boolean): Promise<void> {
  const triage = underWay(turn);
  triage.stage = 'asking';
  triage.pending = questions;
  triage.asked = [...new Set([...triage.asked, ...idsOf(questions)])];
  await turn.services.noteAsked(step.record.id, idsOf(questions));
  const noted = opening
    ? []
    : changes(step, factLabel, factValue)
        .slice(0, NOTED_MAX)
        .map((phrase) => plain(phrase, 160));
  const hidden = hiddenFacts(turn, step.questions);
  const card = questionsCard({
    recordId: triage.recordId,
    questions,
    above: (chars, items) => [
      ...(opening
        ? [
            heading(wording.facts.title),
            ...factsTable(
              said(step.report.facts),
              { chars: Math.min(chars, OPENING_EVIDENCE_CHARS), rows: Math.min(items * 2, OPENING_ROWS_MAX) },
              hidden,
            ),
          ]
        : []),
      ...(noted.length > 0 ? [paragraph([wording.facts.noted(noted)])] : []),
      ...(opening ? readingNotes(step.report, { chars, items }) : []),
    ],
  });
  show(turn, card, wording.questions.summary(questions.map((question) => question.label)));
}

/** What the person said or pasted; what our tables add to it is not theirs to check. */
const said = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact?.source !== 'assumed')) as Facts;

/** Questions that nobody else should read are asked in the personal chat; the thread waits for the verdict. */
function askPrivately(turn: Turn, step: TriageStep, questions: Question[]): void {
  const triage = underWay(turn);
  const private_ = onOneCard(questions);
  triage.asked = [...new Set([...triage.asked, ...idsOf(questions)])];
  turn.effects.push({ kind: 'askPrivately', recordId: triage.recordId, questions: private_ });
  giveVerdict(turn, step);
}

/** Puts the card on the table again, after help, a side question or a step back. */
export async function putAgain(turn: Turn, values?: Record<string, string>): Promise<void> {
  const triage = underWay(turn);
  if (triage.pending.length === 0) return;
  const card = questionsCard({
    recordId: triage.recordId,
    questions: triage.pending,
    above: () => [],
    ...(values ? { values } : {}),
  });
  show(turn, card, wording.questions.summary(triage.pending.map((question) => question.label)));
}

/** Says in words what a correction did to the verdict, then shows the verdict. */
export function giveVerdict(turn: Turn, step: Pick<TriageStep, 'report' | 'changed'> & Partial<TriageStep>): void {
  const triage = underWay(turn);
  const { report } = step;
  const words = triage.shown ? changeInWords(triage.shown, report, notedIn(step as TriageStep)) : '';
  if (words) text(turn, words);
  triage.stage = 'verdict';
  triage.pending = [];
  triage.shown = shownOf(report);
  const open = stillOpen(triage, report);
  show(turn, verdictCard({ report, open, hidden: hiddenFacts(turn, triage.open) }), verdictSummary(report));
  if (triage.origin) turn.effects.push({ kind: 'publish', recordId: triage.recordId, origin: triage.origin });
}

export const verdictSummary = (report: Report): string =>
  wording.verdict.summary(scopeText(report), eligibilityLabels[report.eligibility]);

/** Questions without an answer whose fact is still not known. */
export const stillOpen = (triage: Triage, report: Report): Question[] =>
  triage.open.filter((question) => !report.facts[question.fact]);

export function changeInWords(before: Shown, report: Report, noted: readonly string[]): string {
  const { change, verdict } = wording;
  const now = shownOf(report);
  const axes: string[] = [];
  if (scopeText(before) !== scopeText(now)) axes.push(change.axis(verdict.topic, scopeText(before), scopeText(now)));
  if (before.eligibility !== now.eligibility)
    axes.push(change.axis(verdict.cluster, eligibilityLabels[before.eligibility], eligibilityLabels[now.eligibility]));
  const reason = noted.length > 0 ? [change.because(noted)] : [];
  if (axes.length > 0) return [`**${change.title}**`, ...axes, ...reason].join(' ');
  if (noted.length === 0) return '';
  return [wording.facts.noted(noted), change.same(scopeText(now), eligibilityLabels[now.eligibility])].join(' ');
}

/** The verdict again, without new words. */
export async function verdictAgain(turn: Turn): Promise<void> {
  const triage = underWay(turn);
  const report = await reportNow(turn, triage);
  if (!report) {
    turn.conversation.triage = null;
    return text(turn, wording.gone);
  }
  triage.open = [...triage.open, ...triage.pending.filter((question) => !report.facts[question.fact])];
  giveVerdict(turn, { report, changed: [] });
}
