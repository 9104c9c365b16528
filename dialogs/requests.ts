/** What people ask the bot for: help, the ticket, known issues, the facts, a person, why and how. */

import { factsCard, labelsOf } from './cards/facts-card.ts';
import { helpCard } from './cards/greeting-cards.ts';
import { issuesCard } from './cards/issue-card.ts';
import { MISSES_MAX } from './conversation.ts';
import { putAgain, verdictAgain } from './next-step.ts';
import { hiddenFacts, onward, reportNow, show, type Turn, text, underWay } from './turn.ts';
import { wording } from './wording.ts';

const REASONS_MAX = 4;

/** After an answer beside the triage the questions lie on the table again. */
export async function andBack(turn: Turn): Promise<void> {
  const { triage } = turn.conversation;
  if (triage?.stage === 'asking' && triage.pending.length > 0) await putAgain(turn);
}

export async function help(turn: Turn): Promise<void> {
  show(turn, helpCard(turn.conversation.triage === null), wording.help.title);
  await andBack(turn);
}

export async function issues(turn: Turn): Promise<void> {
  const report = await reportNow(turn, underWay(turn));
  if (!report) return text(turn, wording.gone);
  show(turn, issuesCard(report.knownIssues, report.recordId), wording.issues.summary);
  await andBack(turn);
}

export async function facts(turn: Turn): Promise<void> {
  const triage = underWay(turn);
  const report = await reportNow(turn, triage);
  if (!report) return text(turn, wording.gone);
  show(
    turn,
    factsCard(report, triage.recordId, hiddenFacts(turn, [...triage.open, ...triage.pending])),
    wording.facts.summary,
  );
  await andBack(turn);
}

/** Why the questions on the table are asked; after the verdict, what it rests on. */
export async function why(turn: Turn): Promise<void> {
  const { triage } = turn.conversation;
  if (!triage) return text(turn, wording.whyNothing);
  if (triage.pending.length === 0) return reasons(turn);
  const lines = triage.pending.map((question) => wording.why(question.label, question.why));
  text(turn, lines.join('\n\n'));
  await andBack(turn);
}

async function reasons(turn: Turn): Promise<void> {
  const report = await reportNow(turn, underWay(turn));
  if (!report) return text(turn, wording.gone);
  const lines = report.citations
    .slice(0, REASONS_MAX)
    .map(({ rule, heading, effect, url }) => wording.reason(rule, heading, effect, url));
  text(turn, lines.length > 0 ? lines.join('\n\n') : report.headline, onward(turn));
}

/** "Just tell me whether you help": the verdict as it stands; while questions are open in a sentence, and they stay. */
export async function soFar(turn: Turn): Promise<void> {
  const triage = underWay(turn);
  if (triage.pending.length === 0) return verdictAgain(turn);
  const report = await reportNow(turn, triage);
  if (!report) return text(turn, wording.gone);
  text(turn, wording.soFar(report.headline));
  await andBack(turn);
}

/** How the facts on the table are found out. */
export async function how(turn: Turn): Promise<void> {
  const { triage } = turn.conversation;
  const questions = triage?.pending.length ? triage.pending : (triage?.open ?? []);
  if (questions.length === 0)
    return text(turn, triage ? `${wording.whyNothing} ${wording.okVerdict}` : wording.noTriage);
  const known = questions.flatMap(({ label, how }) => (how ? [wording.how(label, how)] : []));
  const others = questions.filter((question) => !question.how).map(({ label }) => label.replace(/\?$/, ''));
  text(turn, [...known, ...(others.length > 0 ? [wording.howNone(wording.list(others))] : [])].join('\n\n'));
  await andBack(turn);
}

/** Hands over to a person; the edge knows whether there is an expert channel. */
export async function askForPerson(turn: Turn): Promise<void> {
  const { triage } = turn.conversation;
  if (!triage) return text(turn, wording.handoff.noTriage);
  const open = [...triage.open, ...triage.pending];
  const why = triage.misses >= MISSES_MAX ? wording.handoff.whyMisses : wording.handoff.whyAsked;
  turn.effects.push({ kind: 'handoff', recordId: triage.recordId, why, open: labelsOf(open) });
}

export async function thanksForRight(turn: Turn): Promise<void> {
  const triage = underWay(turn);
  await turn.services.feedback(triage.recordId, triage.starter, { right: true });
  text(turn, wording.feedback.thanks, onward(turn));
}
