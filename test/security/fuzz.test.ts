// Whatever comes in: no crash, no hang, nothing of it comes out as markup. TRIAGE_FUZZ_RUNS=10000 for the long run (more than 50,000
// inputs over all kinds), TRIAGE_SEED for others.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseActivity } from '../../src/bot/activity.ts';
import { createDesk, type Desk } from '../../src/desk.ts';
import { IssueIndex } from '../../src/issues/search.ts';
import { shippedIssues } from '../../src/issues/shipped.ts';
import { fromGitHub, fromLine, ImportLine } from '../../src/issues/tracker-issue.ts';
import { loadKnowledge } from '../../src/knowledge.ts';
import { StoredIssue } from '../../src/model/known-issue.ts';
import { Report } from '../../src/model/report.ts';
import { createServices } from '../../src/services.ts';
import { memoryStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { createTicketDesk } from '../../src/ticket-desk.ts';
import { aMessage, post } from '../support/connector.ts';
import { startTestBot } from '../support/running-bot.ts';
import { mutated, strangeText, strangeValue } from '../support/strange.ts';

const RUNS = Number(process.env.TRIAGE_FUZZ_RUNS ?? 150);
const SEED = process.env.TRIAGE_SEED ? Number(process.env.TRIAGE_SEED) : undefined;
const options = { numRuns: RUNS, ...(SEED === undefined ? {} : { seed: SEED }) };
/** Of processor time, the least of three tries: the machine has other things to do as well. */
const HANG_MS = 100;
const LIMIT_MS = 60_000 + RUNS * 100;

let store: Store;
let desk: Desk;
let bot: Awaited<ReturnType<typeof startTestBot>>;
beforeAll(async () => {
  store = await memoryStore();
  const index = IssueIndex.build(shippedIssues());
  const today = () => '2026-11-20';
  desk = createDesk({ knowledge: loadKnowledge(), index: () => index, today, forcedEdition: null });
  const now = () => new Date('2026-11-20T10:00:00Z');
  const tickets = createTicketDesk({ store });
  const services = createServices({ desk, store, tickets, watchedRepos: ['Azure/aksArc'], experts: new Set(), now });
  bot = await startTestBot(services, { store });
  desk.once('warm up: etcd lost quorum, v1.30.9');
});
afterAll(async () => {
  await bot.stop();
  await store.close();
});

/** Processor milliseconds of the quickest of three tries. */
function costMs(work: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 3 && least > HANG_MS; attempt++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** Every text of a card or message; addresses of links apart. */
function* textsOf(value: unknown, name = ''): Generator<{ name: string; text: string }> {
  if (typeof value === 'string') yield { name, text: value };
  else if (Array.isArray(value)) for (const part of value) yield* textsOf(part, name);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) yield* textsOf(part, key);
  }
}

/** Texts that a client renders as Markdown. */
const RENDERED = new Set(['text', 'title', 'label', 'fallbackText', 'value', 'errorMessage', 'speak', 'summary']);

function markupIn(answer: unknown): string[] {
  const wrong: string[] = [];
  for (const { name, text } of textsOf(answer)) {
    if (name === 'url' && !/^https:\/\//.test(text)) wrong.push(`address ${text}`);
    if (name === 'url' && text.includes('evil.example') && new URL(text).host.endsWith('evil.example'))
      wrong.push(`address ${text}`);
    if (RENDERED.has(name) && /(?<!\\)\]\(https?:\/\/evil|<at>|<img|<script/i.test(text))
      wrong.push(`${name}: ${text.slice(0, 200)}`);
  }
  return wrong;
}

describe('whatever somebody writes', () => {
  it(
    'is read, masked and judged without a crash or a hang',
    () => {
      fc.assert(
        fc.property(strangeText, (text) => {
          expect(costMs(() => Report.parse(desk.once(text)))).toBeLessThan(HANG_MS);
          expect(JSON.stringify(desk.once(text))).not.toContain('AKIAIOSFODNN7EXAMPLE');
        }),
        options,
      );
    },
    LIMIT_MS,
  );

  it(
    'costs no more than its length',
    () => {
      // The second is ten times the first; squares would cost a hundred times.
      for (const piece of [
        'a ',
        '1.',
        'etcd ',
        '<p>',
        '(',
        '"',
        '| a ',
        '-',
        '\\',
        '\n\n',
        'v1.2',
        '{"a":',
        'ß\u0301',
        ': ',
        '&amp;',
        'not ',
        'since ',
      ]) {
        const cost = (length: number) => costMs(() => desk.preview(piece.repeat(length / piece.length)));
        expect(cost(100_000), JSON.stringify(piece)).toBeLessThan(Math.max(1000, cost(10_000) * 40));
      }
    },
    LIMIT_MS,
  );
});

describe('whatever arrives at the door', () => {
  it('is an activity or is none', () => {
    fc.assert(
      fc.property(fc.oneof(strangeValue, mutated(fc.constant(aMessage('hello')))), (body) => {
        const activity = parseActivity(body);
        if (activity) expect(typeof activity.conversation.id).toBe('string');
      }),
      { ...options, numRuns: RUNS * 5 },
    );
  });

  it(
    'is answered or refused, never with a fault, and its text stays text',
    async () => {
      const action = {
        action: { type: 'Action.Execute', verb: 'answer', data: { recordId: 'r-1', do: 'answer', k8sVersion: '1.30' } },
      };
      const kinds = fc.oneof(
        strangeText.map((text) => aMessage(text)),
        strangeText.map((text) => aMessage('', { value: { do: 'answer', recordId: 'nobody’s', k8sVersion: text } })),
        strangeText.map((text) =>
          aMessage(`<p>${text}</p>`, { textFormat: 'xml', attachments: [{ contentType: 'text/html', content: text }] }),
        ),
        strangeText.map((text) =>
          aMessage('', {
            type: 'invoke',
            name: 'composeExtension/query',
            value: { commandId: 'searchIssues', parameters: [{ name: 'query', value: text }] },
          }),
        ),
        fc
          .constantFrom(
            'composeExtension/queryLink',
            'composeExtension/fetchTask',
            'composeExtension/submitAction',
            'adaptiveCard/action',
            'task/fetch',
          )
          .map((name) =>
            aMessage('', {
              type: 'invoke',
              name,
              value: {
                ...action,
                url: 'https://github.com/Azure/aksArc/issues/1',
                messagePayload: { body: { content: 'etcd' } },
              },
            }),
          ),
        fc
          .constantFrom(
            'conversationUpdate',
            'installationUpdate',
            'messageReaction',
            'messageUpdate',
            'event',
            'typing',
            'endOfConversation',
          )
          .map((type) => aMessage('', { type, membersAdded: [{ id: '28:bot' }, { id: '29:alex' }] })),
      );
      let run = 0;
      let answered = 0;
      await fc.assert(
        fc.asyncProperty(fc.oneof(kinds, mutated(kinds)), fc.boolean(), async (body, sameConversation) => {
          run++;
          const activity = body as Record<string, unknown>;
          if (!sameConversation && activity.conversation) activity.conversation = { id: `a:${run}` };
          if (activity.type !== 'invoke') activity.deliveryMode = 'expectReplies';
          const answer = await post(`http://127.0.0.1:${bot.port}`, { ...activity, id: `fuzz-${run}` });
          expect([200, 400, 401, 501], answer.text).toContain(answer.status);
          if (answer.status === 200) answered++;
          expect(answer.text).not.toContain('Something went wrong on my side');
          expect(markupIn(answer.body)).toEqual([]);
        }),
        { ...options, timeout: 10_000 },
      );
      // Else the door would have been tested, not the house.
      expect(answered).toBeGreaterThan(RUNS / 2);
    },
    LIMIT_MS,
  );
});

describe('whatever a tracker holds', () => {
  const line = fc.record({
    number: fc.integer({ min: 1, max: 99_999 }),
    title: strangeText,
    body: strangeText,
    labels: fc.array(strangeText, { maxLength: 3 }),
    comments: fc.array(strangeText, { maxLength: 3 }),
    url: fc.constantFrom('https://github.com/Azure/aksArc/issues/1', 'javascript:alert(1)', 'https://evil.example/x'),
    opened: fc.constantFrom('2026-01-01', 'yesterday', ''),
  });

  it(
    'is imported as an issue or refused',
    () => {
      fc.assert(
        fc.property(mutated(line), (entry) => {
          const parsed = ImportLine.safeParse(entry);
          if (parsed.success) StoredIssue.parse(fromLine(parsed.data, 'contoso/aks', undefined, '2026-11-20'));
        }),
        options,
      );
    },
    LIMIT_MS,
  );

  it(
    'is read from GitHub, searched and shown without a hang',
    () => {
      const day = '2026-01-01T00:00:00Z';
      const raw = fc.record({ title: strangeText.map((text) => `t${text}`), body: strangeText, label: strangeText });
      fc.assert(
        fc.property(fc.array(raw, { minLength: 1, maxLength: 5 }), strangeText, (list, query) => {
          const issues = list.map(({ title, body, label }, number) => {
            const answer = {
              number: number + 1,
              title,
              body,
              html_url: 'https://github.com/contoso/aks/issues/1',
              state: 'open',
              labels: [label],
              created_at: day,
              updated_at: day,
            };
            return fromGitHub(answer, 'contoso/aks', undefined, '2026-11-20');
          });
          const index = IssueIndex.build(issues, { confidenceMin: 0 });
          expect(costMs(() => void index.search({ summary: query, details: '' }))).toBeLessThan(HANG_MS);
        }),
        options,
      );
    },
    LIMIT_MS,
  );

  it(
    'may be poisoned: a megabyte of it neither hangs nor gets into a card whole',
    () => {
      const day = '2026-01-01T00:00:00Z';
      for (const piece of [
        '\u0000\u001b[2J',
        '[x](https://evil.example)',
        '<img src=x>',
        '> '.repeat(50),
        '`'.repeat(99),
        'a'.repeat(999),
        '1.2.3.',
        '![',
        '((',
        '**__'.repeat(20),
      ]) {
        const body = piece.repeat(1_000_000 / piece.length);
        const answer = {
          number: 1,
          title: `etcd ${piece.slice(0, 50)}`,
          body,
          html_url: 'https://github.com/contoso/aks/issues/1',
          state: 'open',
          created_at: day,
          updated_at: day,
        };
        let index: IssueIndex | undefined;
        const build = () => {
          index = IssueIndex.build([fromGitHub(answer, 'contoso/aks', undefined, '2026-11-20')], { confidenceMin: 0 });
        };
        expect(costMs(build), JSON.stringify(piece.slice(0, 20))).toBeLessThan(2000);
        const found = index?.search({ summary: 'etcd', details: body.slice(0, 2000) });
        expect(JSON.stringify(found).length).toBeLessThan(100_000);
      }
    },
    LIMIT_MS,
  );
});
