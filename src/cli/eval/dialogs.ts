/**
 * Dialogs with a simulated person, through the same conversation machine as in Teams: answers what a card asks from a script,
 * says "don't know" to the rest, interrupts where the script says so. What counts is what the cards' inputs asked, how many turns
 * asked, and the verdict in the record at the end.
 */
import type { Card } from '../../../dialogs/cards/card.ts';
import { PROBLEM } from '../../../dialogs/cards/greeting-cards.ts';
import { NO_GATES } from '../../../dialogs/cards/questions-card.ts';
import { actionData, cardWords, inputIds } from '../../../dialogs/cards/read-card.ts';
import type { Conversation, Outcome } from '../../../dialogs/conversation.ts';
import { respond } from '../../../dialogs/respond.ts';
import { questionId, type Services } from '../../../dialogs/services.ts';
import type { Report } from '../../model/report.ts';
import { share, shown } from './figures.ts';
import type { DialogRow } from './rows.ts';
import { judge } from './verdicts.ts';

/** A dialog that goes on longer than this has lost its way. */
const TURNS_MAX = 24;
const PERSON = { id: 'eval', name: 'Alex' };

export type Played = { id: string; ok: boolean; questions: number; faults: string[] };

type Course = {
  /** Facts that were asked, in order. */
  asked: string[];
  /** Turns that asked something new. */
  questions: number;
  /** All that the bot said. */
  said: string[];
  /** The report of each verdict card, in order. */
  verdicts: Report[];
  faults: string[];
};

export async function playDialog(row: DialogRow, services: Services, now: string): Promise<Played> {
  const course = await played(row, services, now);
  const last = course.verdicts.at(-1);
  const faults = [...course.faults, ...(last ? verdictFaults(row, last) : ['no verdict']), ...checks(row, course)];
  return { id: row.id, ok: faults.length === 0, questions: course.questions, faults };
}

async function played(row: DialogRow, services: Services, now: string): Promise<Course> {
  const course: Course = { asked: [], questions: 0, said: [], verdicts: [], faults: [] };
  const ids = new Set<string>();
  let interrupts = row.interrupts;
  let conversation: Conversation | undefined;
  let wasInterrupted = false;
  let next: string | undefined = row.opening;

  for (let turn = 0; next !== undefined; turn += 1) {
    if (turn === TURNS_MAX) {
      course.faults.push(`no end after ${TURNS_MAX} turns`);
      break;
    }
    const said = { text: next, value: null, user: PERSON, expert: false, place: 'personal' as const };
    const outcome = await respond(conversation, { ...said, tenantId: null, conversationId: row.id, now }, services);
    conversation = outcome.conversation;
    course.said.push(...outcome.replies.map((reply) => (reply.kind === 'text' ? reply.text : cardWords(reply.card))));
    const asked = askedIn(outcome);
    const fresh = asked.filter((id) => !ids.has(id));
    // A question that was interrupted lies on the table again.
    if (!wasInterrupted) course.faults.push(...asked.filter((id) => ids.has(id)).map((id) => `asked ${id} twice`));
    for (const id of fresh) ids.add(id);
    course.asked.push(...fresh.map(factOf));
    if (fresh.length > 0) course.questions += 1;
    for (const recordId of verdictsIn(outcome)) {
      const record = await services.record(recordId, PERSON.id);
      if (record) course.verdicts.push(record.report);
    }
    const due = interrupts.find(({ after }) =>
      after === 'verdict'
        ? course.verdicts.length > 0 && !isAsking(conversation)
        : after === course.questions && (isAsking(conversation) || fresh.includes(PROBLEM)),
    );
    wasInterrupted = due !== undefined;
    interrupts = interrupts.filter((one) => one !== due);
    next =
      due?.say ??
      (fresh.includes(PROBLEM) && !conversation.triage ? replyTo(row, PROBLEM) : answerTo(row, conversation));
  }
  return course;
}

const cardsOf = ({ replies }: Outcome): Card[] =>
  replies.flatMap((reply) => (reply.kind === 'card' ? [reply.card] : []));

const askedIn = (outcome: Outcome): string[] =>
  cardsOf(outcome)
    .filter((card) => actionData(card).some((data) => data.do === 'answer' || data.do === 'open'))
    .flatMap(inputIds)
    .filter((id) => id !== NO_GATES);

const verdictsIn = (outcome: Outcome): string[] =>
  [...new Set(cardsOf(outcome).flatMap((card) => actionData(card).flatMap((data) => data.recordId ?? [])))] as string[];

const factOf = (id: string): string => id.split('.')[0] ?? id;
const isAsking = (conversation: Conversation | undefined): boolean => conversation?.triage?.stage === 'asking';

/** One line a question that lies on the table; undefined where nothing is asked. */
function answerTo(row: DialogRow, conversation: Conversation): string | undefined {
  const { triage } = conversation;
  if (triage?.stage === 'switching' || triage?.stage === 'restarting') return row.default;
  if (triage?.stage !== 'asking') return undefined;
  return triage.pending
    .map((question) => replyTo(row, questionId(question)))
    .filter((line, at, all) => all.indexOf(line) === at || line === row.default)
    .join('\n');
}

/** The first reply that names the part that is asked; else the first that names its fact. */
function replyTo({ replies, default: other }: DialogRow, id: string): string {
  const [fact = id, part] = id.split('.');
  const first = (isMeant: (name: string) => boolean) =>
    replies.find(({ ifAsked }) => ifAsked.split('|').some(isMeant))?.say;
  const own = part && first((name) => name === id || name === part);
  return own ?? first((name) => name === fact || name.startsWith(`${fact}.`)) ?? other;
}

function verdictFaults(row: DialogRow, report: Report): string[] {
  const verdict = judge(row.id, report, row.expect);
  const isRight = verdict.right && verdict.rules && verdict.component;
  return isRight ? [] : [`verdict ${verdict.said}, expected ${verdict.expected}`];
}

function checks(row: DialogRow, course: Course): string[] {
  const faults: string[] = [];
  const [first] = course.verdicts;
  const last = course.verdicts.at(-1);
  const words = course.said.join('\n').toLowerCase();
  for (const must of row.must) {
    if (must.kind === 'ask' && !names(must.fact).some((fact) => course.asked.includes(fact)))
      faults.push(`did not ask ${must.fact}`);
    if (must.kind === 'cite' && !names(must.rule).some((rule) => last?.rules.includes(rule)))
      faults.push(`did not cite ${must.rule}`);
    if (must.kind === 'verdictChange') {
      const axis = must.axis as 'scope' | 'eligibility';
      if (first?.[axis] !== must.from || last?.[axis] !== must.to)
        faults.push(`${axis} went from ${first?.[axis]} to ${last?.[axis]}, expected ${must.from} to ${must.to}`);
    }
  }
  for (const not of row.mustNot) {
    if (not.kind === 'ask' && names(not.fact).some((fact) => course.asked.includes(fact)))
      faults.push(`asked ${not.fact}`);
    if (not.kind === 'maxQuestions' && course.questions > Number(not.n))
      faults.push(`${course.questions} questions, at most ${not.n}`);
    if (not.kind === 'say' && words.includes(String(not.text).toLowerCase())) faults.push(`said "${not.text}"`);
  }
  return faults;
}

const names = (list: unknown): string[] =>
  String(list)
    .split('|')
    .map((name) => (name.endsWith('edByMicrosoft') ? 'nodeChange' : (name.split('.')[0] ?? name)));

export function printDialogs(played: Played[]): string {
  const turns = played.map((one) => one.questions).sort((a, b) => a - b);
  const failed = played.filter((one) => !one.ok);
  return [
    `Dialogs as expected: ${shown(share(played.length - failed.length, played.length))}`,
    `Turns that asked: median ${turns[Math.floor(turns.length / 2)] ?? 0}, most ${turns.at(-1) ?? 0}`,
    ...failed.flatMap((one) => [`  ${one.id}`, ...one.faults.map((fault) => `    ${fault}`)]),
  ].join('\n');
}
