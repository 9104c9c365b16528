/** What became of triages in one turn, for the metrics: finished with a verdict, or left before there was one. */
import type { Conversation, Stage } from '../../dialogs/conversation.ts';
import type { Services } from '../../dialogs/services.ts';
import type { Metrics } from '../ops/metrics.ts';

/** What is remembered from before the turn, which changes the conversation itself. */
export type Standing = { recordId: string; starter: string; stage: Stage; isJudged: boolean; asked: number };

export const standingOf = (conversation: Conversation | undefined): Standing | null => {
  const triage = conversation?.triage;
  if (!triage) return null;
  const { recordId, starter, stage, shown, asked } = triage;
  return { recordId, starter, stage, isJudged: shown !== null, asked: asked.length };
};

export type Step = { kind: 'finished'; triage: Standing } | { kind: 'abandoned'; stage: Stage };

export function stepsBetween(before: Standing | null, after: Standing | null): Step[] {
  const steps: Step[] = [];
  const isSame = before !== null && before.recordId === after?.recordId;
  // A verdict of another triage than the one before: the first words said it all, or "back" shows an old one, which is rare.
  if (after?.isJudged && !(isSame && before.isJudged)) steps.push({ kind: 'finished', triage: after });
  if (before && !isSame && !before.isJudged) steps.push({ kind: 'abandoned', stage: before.stage });
  return steps;
}

export async function countSteps(steps: readonly Step[], services: Services, metrics: Metrics): Promise<void> {
  for (const step of steps) {
    if (step.kind === 'abandoned') {
      metrics.triagesAbandoned.inc({ stage: step.stage });
      continue;
    }
    const { recordId, starter, asked } = step.triage;
    const record = await services.record(recordId, starter);
    metrics.triagesFinished.inc();
    metrics.triageQuestions.observe(asked);
    if (record) metrics.triageMessages.observe(record.messages.length);
  }
}
