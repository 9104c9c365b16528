/**
 * Dialogs with a simulated person: answers what is asked from a script, says "don't know" to the rest, interrupts where the
 * script says so. What counts is which facts were asked, how many turns asked, and the verdict at the end.
 */
import { questionId, type Services, type TriageStep } from '../../../dialogs/services.ts';
import type { FactName } from '../../model/facts.ts';
import { share, shown } from './figures.ts';
import type { DialogRow } from './rows.ts';
import { judge } from './verdicts.ts';

/** A dialog that goes on longer than this has lost its way. */
const TURNS_MAX = 12;
/** Fields on one card. */
const FIELDS_MAX = 5;

export type Played = { id: string; ok: boolean; questions: number; faults: string[] };

export async function playDialog(row: DialogRow, services: Services): Promise<Played> {
  const asked: string[] = [];
  const ids: string[] = [];
  const faults: string[] = [];
  let questions = 0;
  let step = await services.start({ userId: 'eval', tenantId: null, conversationId: row.id }, row.opening);
  const pending = [...row.interrupts];
  let firstVerdict = step;
  const said: string[] = [];

  const converse = async (): Promise<void> => {
    for (let turn = 0; turn < TURNS_MAX && step.questions.length > 0; turn += 1) {
      const card = step.questions.slice(0, FIELDS_MAX);
      const facts = card.map((question) => question.fact);
      said.push(...card.flatMap((question) => [question.label, question.text, question.why, question.how ?? '']));
      for (const id of card.map(questionId)) if (ids.includes(id)) faults.push(`asked ${id} twice`);
      ids.push(...card.map(questionId));
      asked.push(...facts);
      questions += 1;
      const recordId = step.record.id;
      await services.noteAsked(recordId, card.map(questionId));
      const interrupt = pending.findIndex((entry) => entry.after === questions);
      if (interrupt >= 0) {
        const [words] = pending.splice(interrupt, 1);
        if (words) step = await services.say(recordId, 'eval', words.say, []);
      }
      step = await services.say(recordId, 'eval', answers(row, facts), facts);
    }
  };

  await converse();
  firstVerdict = step;
  const atVerdict = pending.filter((entry) => entry.after === 'verdict');
  for (const entry of atVerdict) {
    step = await services.say(step.record.id, 'eval', entry.say, []);
    await converse();
  }
  const verdict = judge(row.id, step.report, row.expect);
  if (!verdict.right || !verdict.rules || !verdict.component)
    faults.push(`verdict ${verdict.said}, expected ${verdict.expected}`);
  said.push(step.report.headline, ...step.report.wayBack, ...step.report.citations.map((citation) => citation.effect));
  faults.push(...checks(row, { asked, questions, said: said.join('\n'), first: firstVerdict, last: step }));
  return { id: row.id, ok: faults.length === 0, questions, faults };
}

/** One line an asked fact, the first reply that names it. */
function answers(row: DialogRow, facts: FactName[]): string {
  return facts
    .map((fact) => {
      const reply = row.replies.find((entry) =>
        entry.ifAsked.split('|').some((name) => name === fact || name.startsWith(`${fact}.`)),
      );
      return reply?.say ?? row.default;
    })
    .filter((line, at, all) => all.indexOf(line) === at || line === row.default)
    .join('\n');
}

type Course = { asked: string[]; questions: number; said: string; first: TriageStep; last: TriageStep };

function checks(row: DialogRow, course: Course): string[] {
  const faults: string[] = [];
  for (const must of row.must) {
    if (must.kind === 'ask' && !names(must.fact).some((fact) => course.asked.includes(fact)))
      faults.push(`did not ask ${must.fact}`);
    if (must.kind === 'cite' && !names(must.rule).some((rule) => course.last.report.rules.includes(rule)))
      faults.push(`did not cite ${must.rule}`);
    if (must.kind === 'verdictChange') {
      const axis = must.axis as 'scope' | 'eligibility';
      if (course.first.report[axis] !== must.from || course.last.report[axis] !== must.to) {
        faults.push(
          `${axis} went from ${course.first.report[axis]} to ${course.last.report[axis]}, expected ${must.from} to ${must.to}`,
        );
      }
    }
  }
  for (const not of row.mustNot) {
    if (not.kind === 'ask' && names(not.fact).some((fact) => course.asked.includes(fact)))
      faults.push(`asked ${not.fact}`);
    if (not.kind === 'maxQuestions' && course.questions > Number(not.n))
      faults.push(`${course.questions} questions, at most ${not.n}`);
    if (not.kind === 'say' && course.said.toLowerCase().includes(String(not.text).toLowerCase()))
      faults.push(`said "${not.text}"`);
  }
  return faults;
}

const names = (list: unknown): string[] =>
  String(list)
    .split('|')
    .map((name) => (name.split('.').at(-1) === 'directedByMicrosoft' ? 'nodeChange' : (name.split('.')[0] ?? name)));

export function printDialogs(played: Played[]): string {
  const turns = played.map((one) => one.questions).sort((a, b) => a - b);
  const failed = played.filter((one) => !one.ok);
  return [
    `Dialogs as expected: ${shown(share(played.length - failed.length, played.length))}`,
    `Turns that asked: median ${turns[Math.floor(turns.length / 2)] ?? 0}, most ${turns.at(-1) ?? 0}`,
    ...failed.flatMap((one) => [`  ${one.id}`, ...one.faults.map((fault) => `    ${fault}`)]),
  ].join('\n');
}
