import { describe, expect, it } from 'vitest';
import {
  ACTIONS_MAX,
  CARD_BYTES_MAX,
  type Card,
  cardBytes,
  plain,
  quoted,
  safeUrl,
  shorten,
} from '../../dialogs/cards/card.ts';
import { editCard, excerpt, factsCard } from '../../dialogs/cards/facts-card.ts';
import { feedbackCard } from '../../dialogs/cards/feedback-card.ts';
import { helpCard, problemCard, welcomeCard } from '../../dialogs/cards/greeting-cards.ts';
import { handoffCard } from '../../dialogs/cards/handoff-card.ts';
import { issueCard, issuesCard } from '../../dialogs/cards/issue-card.ts';
import { FIELDS_MAX, onOneCard, questionsCard } from '../../dialogs/cards/questions-card.ts';
import { outcomeCard, sendingCard } from '../../dialogs/cards/sending-cards.ts';
import { ticketCard } from '../../dialogs/cards/ticket-card.ts';
import { ticketEditCard } from '../../dialogs/cards/ticket-edit-card.ts';
import { postedTriageCard, previewCard } from '../../dialogs/cards/triage-preview-card.ts';
import { verdictCard } from '../../dialogs/cards/verdict-card.ts';
import type { Question } from '../../dialogs/services.ts';
import { type Facts, factNames } from '../../src/model/facts.ts';
import type { KnownIssue } from '../../src/model/known-issue.ts';
import type { TriageRecord } from '../../src/model/record.ts';
import type { Report } from '../../src/model/report.ts';
import { ticketFields } from '../../src/model/ticket.ts';
import { cardFaults, eachNode } from '../support/card-schema.ts';
import { aDraft, aRecord } from '../support/records.ts';
import { knownIssue, smallQuestions, smallReport } from '../support/small-services.ts';

/** Every card there is, made of whatever words are put in. */
function allCards(words: string, count: number): Record<string, Card> {
  const many = <T>(one: T): T[] => Array.from({ length: count }, () => one);
  const facts = Object.fromEntries(
    factNames.slice(0, count).map((name) => [name, { value: words, source: 'pasted', evidence: words, approx: true }]),
  ) as unknown as Facts;
  const issue: KnownIssue = {
    ...knownIssue,
    title: words,
    repo: words,
    why: words,
    labels: many(words),
    affects: words,
    fixedIn: words,
    workaround: words,
    risk: words,
    state: words,
    asOf: words,
  };
  const citation = {
    rule: words,
    heading: words,
    url: 'https://learn.microsoft.com/azure',
    effect: words,
    because: many({ fact: words, value: words, evidence: words }),
  };
  const report: Report = {
    ...smallReport('r1', { topic: words }),
    headline: words,
    facts,
    citations: many(citation),
    warnings: many({ rule: words, text: words, dueDate: words }),
    duties: many({ who: 'customer', what: words }),
    wayBack: many(words),
    places: many({ label: words, url: words }),
    parts: many({
      text: words,
      scope: 'in_scope',
      scopeLimit: null,
      component: 'cni',
      headline: words,
      rules: many(words),
      citations: [],
    }),
    otherEditions: many({
      id: words,
      title: words,
      scope: 'in_scope',
      scopeLimit: null,
      eligibility: 'eligible',
      rules: [],
      why: words,
    }),
    knownIssues: { exact: many(issue), similar: many(issue) },
    conflicts: many({ fact: 'k8sVersion', used: words, other: words, evidence: words }),
    notRead: many(words),
    masked: many({ kind: words, count: 2 }),
    edition: { id: words, title: words, date: words, url: words, why: words },
  } as Report;
  const questions: Question[] = many({
    fact: 'k8sVersion',
    label: words,
    text: words,
    why: words,
    how: words,
    input: 'choice',
    choices: many({ title: words, value: 'some' }),
    gate: words,
  });
  const fields: Question[] = questions.map(({ gate: _, ...question }) => question);
  const record: TriageRecord = aRecord({
    messages: many(words),
    report,
    handoff: { state: 'unassigned', expert: words },
  });
  const draft = aDraft({
    title: words,
    description: words.repeat(Math.max(1, count)),
    severityWhy: words,
    serviceName: words,
    missing: many(words),
    logs: many({ what: words, command: words, note: words }),
  });
  const exits = many({
    kind: 'portal' as const,
    title: words,
    why: words,
    content: words,
    url: 'https://portal.azure.com/',
    twin: words,
    steps: many(words),
  });
  return {
    welcome: welcomeCard(),
    help: helpCard(),
    helpWithBox: helpCard(true),
    problem: problemCard('Say it in one line.'),
    gates: questionsCard({ recordId: 'r1', questions: onOneCard(questions), above: () => [] }),
    fields: questionsCard({
      recordId: 'r1',
      questions: onOneCard(fields),
      above: () => [],
      values: { k8sVersion: words },
    }),
    facts: factsCard(report, 'r1'),
    edit: editCard(facts, 'r1'),
    verdict: verdictCard({ report, open: questions }),
    issues: issuesCard(report.knownIssues),
    issue: issueCard(issue),
    feedback: feedbackCard(report),
    ticket: ticketCard({ draft, report, exits, sends: true }),
    ticketEdit: ticketEditCard(draft),
    sending: sendingCard({
      preview: {
        draft: { ...draft, missing: [...ticketFields] },
        problems: many(words),
        notes: many(words),
        openTickets: many(words).map((title) => ({ id: title, title, createdDate: title })),
        problemTypes: many(words).map((title) => ({ id: title, title })),
      },
      problemType: words,
      isShared: false,
    }),
    outcome: outcomeCard({ kind: 'refused', text: words, url: null, ticketId: null }, 'r1'),
    handoff: handoffCard({ record, person: words, why: words, open: many(words), expert: words }),
    preview: previewCard(words, report),
    posted: postedTriageCard(report, questions),
  };
}

const MARK = 'ZZMARK';
const HOSTILE = `${MARK} [free](https://evil.example) <at>everyone</at> **bold** {{DATE(2026-01-01,SHORT)}} <script>\u0000\u202e\ud800 ](x) ![i](https://evil.example/i.png)`;
const CONTENTS: [string, string, number][] = [
  ['ordinary words', 'API server refuses connections', 2],
  ['nothing', '', 0],
  ['markup', HOSTILE, 12],
  ['very long words', `${MARK}${'ü'.repeat(20_000)}`, 40],
  ['signs that grow in JSON', '"\\\n\t'.repeat(5000), 40],
  ['emoji', '🤖'.repeat(5000), 40],
  ['Japanese', '障害が発生しました。'.repeat(1000), 40],
];

describe.each(CONTENTS)('cards made of %s', (_, words, count) => {
  const cards = Object.entries(allCards(words, count));

  it.each(cards)('%s keeps to the published schema', (_name, card) => {
    expect(cardFaults(card)).toEqual([]);
  });

  it.each(cards)('%s stays within the limits of size and actions', (_name, card) => {
    expect(cardBytes(card)).toBeLessThanOrEqual(CARD_BYTES_MAX);
    expect(card.actions?.length ?? 0).toBeLessThanOrEqual(ACTIONS_MAX);
  });

  it.each(cards)('%s shows no words of others where markup is read', (_name, card) => {
    eachNode(card, (node) => {
      if (node.type === 'TextBlock') expect(node.text).not.toContain(MARK);
      for (const value of Object.values(node)) {
        if (typeof value !== 'string' || node.type === 'Action.Submit') continue;
        expect(value).not.toMatch(/\]\(|<at>|\{\{/);
        expect(value.isWellFormed()).toBe(true);
      }
    });
    expect(card.fallbackText).not.toMatch(/\]\(|<at>|\{\{/);
  });

  it.each(cards)('%s can be used with a screen reader and on a phone', (_name, card) => {
    let headings = 0;
    eachNode(card, (node) => {
      if (node.type === 'TextBlock') {
        expect(node.wrap).toBe(true);
        if (node.style === 'heading') headings++;
      }
      if (node.type.startsWith('Input.')) expect(node.label ?? node.title).not.toBeUndefined();
      if (node.type === 'Input.ChoiceSet' || node.type === 'Input.Toggle') expect(node.wrap).toBe(true);
      if (node.type === 'ColumnSet') expect((node.columns as unknown[]).length).toBeLessThanOrEqual(2);
      if (node.type === 'Table') expect((node.columns as unknown[]).length).toBeLessThanOrEqual(2);
    });
    if (card.version !== '1.3') expect(headings).toBeGreaterThan(0);
    expect(card.fallbackText.trim()).not.toBe(words === '' ? undefined : '');
  });
});

describe('links', () => {
  it.each([
    ['https://github.com/contoso/arc/issues/1', 'https://github.com/contoso/arc/issues/1'],
    ['http://github.com/', null],
    ['javascript:alert(1)', null],
    ['https://user:word@contoso.example/', null],
    ['/relative', null],
    ['', null],
    [null, null],
  ])('%s opens %s', (given, opens) => {
    expect(safeUrl(given)).toBe(opens);
  });
});

describe('words of others', () => {
  it('loses control characters, half characters and direction marks', () => {
    expect(plain('a\u0000b\u202ec\ud800', 20)).toBe('a b c\ufffd');
  });
  it('keeps what outputs print', () => {
    expect(plain('kubectl get pods -A | grep <none> {"a": [1, 2]}', 100)).toBe(
      'kubectl get pods -A | grep <none> {"a": [1, 2]}',
    );
  });
  it('is quoted so that Markdown reads no markup in it', () => {
    expect(quoted('**x** [y](https://evil.example) <b>')).not.toMatch(/[^\\](\*|\[|\])|<b>|:\/\//);
  });
  it('is cut between words, unless a word is very long', () => {
    expect(shorten('certificates that missed their renewal account', 43)).toBe(
      'certificates that missed their renewal…',
    );
    expect(shorten('one two three', 8)).toBe('one two…');
    expect(shorten('a'.repeat(60), 40)).toBe(`${'a'.repeat(39)}…`);
  });
  it('is cut at whole characters', () => {
    expect(shorten('🤖🤖🤖', 4).isWellFormed()).toBe(true);
  });
});

describe('the words a fact was read from', () => {
  const words =
    'after the restart of our cluster the disks do not attach, AKS Arc on Azure Local 2607, kubernetes 1.33.4 since May';
  it.each([
    ['1.33.4', 40],
    ['2607', 30],
    ['after', 20],
    ['May', 25],
  ])('are cut around %s to %i signs', (value, chars) => {
    const piece = excerpt(words, value, chars);
    expect(piece).toContain(value);
    expect(piece.length).toBeLessThanOrEqual(chars);
  });
  it('stay whole where they are short', () => {
    expect(excerpt('v1.33.4', '1.33.4', 40)).toBe('v1.33.4');
  });
});

describe('the card of questions', () => {
  const gate = (fact: Question['fact']): Question => ({
    ...(smallQuestions[1] as Question),
    fact,
    gate: `it happened: ${fact}`,
  });
  const field = (fact: Question['fact']): Question => ({ ...(smallQuestions[0] as Question), fact });

  it('never shows more than five fields, all gates together counting as one', () => {
    const chosen = onOneCard([
      field('k8sVersion'),
      gate('nodeChange'),
      field('hostOsVersion'),
      gate('clusterRunState'),
      field('aksRelease'),
      field('component'),
      field('cni'),
      gate('metadataChange'),
    ]);
    expect(chosen.map(({ fact }) => fact)).toEqual([
      'k8sVersion',
      'hostOsVersion',
      'aksRelease',
      'component',
      'nodeChange',
      'clusterRunState',
      'metadataChange',
    ]);
    expect(chosen.filter((question) => !question.gate)).toHaveLength(FIELDS_MAX - 1);
  });
  it('asks a single gate as the question it is', () => {
    expect(
      JSON.stringify(questionsCard({ recordId: 'r', questions: onOneCard([gate('nodeChange')]), above: () => [] })),
    ).not.toContain('Input.Toggle');
  });
  it('offers "don’t know" with every choice', () => {
    const card = questionsCard({ recordId: 'r', questions: onOneCard([gate('nodeChange')]), above: () => [] });
    expect(JSON.stringify(card)).toContain('"value":"unknown"');
  });
});
