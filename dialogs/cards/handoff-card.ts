/** The case as the experts' channel sees it, in its three states. */
import type { TriageRecord } from '../../src/model/record.ts';
import { eligibilityLabels } from '../labels.ts';
import { wording } from '../wording.ts';
import { type Action, box, type Card, card, type Element, fitting, heading, paragraph, plain, toggle } from './card.ts';
import { factsTable } from './facts-card.ts';
import { issuesSection } from './issue-card.ts';
import { citationLines, scopeText } from './verdict-card.ts';

export type HandoffCard = {
  record: TriageRecord;
  /** Name of the person, as the channel shows it. */
  person: string;
  why: string;
  /** Questions that were asked and not answered. */
  open: readonly string[];
  /** Name of the expert who has it. */
  expert: string | null;
};

const FACTS_ID = 'facts';
const STATE_TONES = { unassigned: 'attention', assigned: 'accent', closed: 'good' } as const;

/** Buttons replace the card in place, so that all in the channel see who has the case. */
const execute = (title: string, verb: string, recordId: string): Action => ({
  type: 'Action.Execute',
  title,
  verb,
  data: { do: verb, about: recordId },
  fallback: { type: 'Action.Submit', title, data: { do: verb, about: recordId } },
});

function actions(state: 'unassigned' | 'assigned' | 'closed', recordId: string): Action[] {
  const { handoff } = wording;
  if (state === 'closed') return [];
  if (state === 'unassigned')
    return [execute(handoff.assign, 'assign', recordId), execute(handoff.close, 'close', recordId)];
  return [execute(handoff.close, 'close', recordId), execute(handoff.reopen, 'giveBack', recordId)];
}

export function handoffCard({ record, person, why, open, expert }: HandoffCard): Card {
  const { handoff, verdict } = wording;
  const { report } = record;
  const state = record.handoff?.state ?? 'unassigned';
  const who = expert ? ` · ${plain(expert, 60)}` : '';
  return fitting(({ chars, items }) => {
    const said = plain(record.messages.join('\n\n'), chars * 2);
    const body: Element[] = [
      box([heading(handoff.title), paragraph([{ text: `${handoff.states[state]}${who}`, bold: true }])], {
        style: STATE_TONES[state],
      }),
      paragraph([
        { text: `${handoff.from}:`, bold: true },
        plain(person, 60),
        { text: `${handoff.why}: ${plain(why, 120)}`, subtle: true },
      ]),
      paragraph([{ text: said, mono: true, small: true }]),
      paragraph([
        { text: `${verdict.title}:`, bold: true },
        `${scopeText(report)}; ${eligibilityLabels[report.eligibility]}.`,
        plain(report.headline, chars),
      ]),
      ...citationLines(report.citations.slice(0, Math.min(3, items)), Math.min(chars, 200)),
      ...(open.length > 0
        ? [paragraph([{ text: `${handoff.asked}:`, bold: true }, plain(open.join('; '), chars)])]
        : []),
      ...issuesSection(report.knownIssues, { chars: Math.min(chars, 200), items: Math.min(items, 3) }),
      box(factsTable(report.facts, { chars: Math.min(chars, 120), rows: items * 3 }), { id: FACTS_ID, hidden: true }),
    ];
    return card(body, [...actions(state, record.id), toggle(verdict.facts, FACTS_ID)], {
      fallbackText: `${handoff.title}: ${report.headline}`,
    });
  });
}
