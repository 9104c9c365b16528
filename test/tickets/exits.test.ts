import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Draft, Exit, type ExitKind } from '../../src/model/ticket.ts';
import { draftTicket } from '../../src/tickets/draft.ts';
import { ticketBody, ticketPath } from '../../src/tickets/exits/api.ts';
import { GITHUB_URL_LENGTH_MAX, publicIssue } from '../../src/tickets/exits/github.ts';
import { bladeUrl, createUrl, PORTAL_URL_LENGTH_MAX } from '../../src/tickets/exits/portal.ts';
import { fenced, markdownTicket, plainTicket } from '../../src/tickets/exits/text.ts';
import { type Circumstances, exitsFor } from '../../src/tickets/exits.ts';
import { LEAKS, random } from '../support/secrets.ts';
import { SUPPORT_TICKET } from '../support/support-openapi.ts';
import { CLASSIFICATION, SUBSCRIPTION } from '../support/support-service.ts';
import { type CaseChange, CLUSTER, DATA, fullDraft, ticketRecord } from '../support/ticket-cases.ts';

const offer = (change: CaseChange = {}, answers: Record<string, string> = {}, circumstances: Circumstances = {}) => {
  const record = ticketRecord(change);
  return exitsFor({
    draft: record.report.scope === 'out_of_scope' ? draftTicket(record, DATA) : fullDraft(change, answers),
    record,
    data: DATA,
    circumstances,
  });
};
const kinds = (list: readonly { kind: ExitKind }[]): string => list.map(({ kind }) => kind).join(' ');
const ENGLISH_A = { severity: 'A', preferredSupportLanguage: 'en-us', phoneNumber: '+49 89 1234567' };

describe('order of the ways out', () => {
  it.each([
    ['nothing known', {}, {}, 'portal az powershell api text github'],
    ['a plan that has the API', {}, { plan: 'unified', role: 'contributor' }, 'portal az powershell api text github'],
    ['a bot that may send it', {}, { plan: 'unified', apiConfigured: true }, 'api portal az powershell text github'],
    ['the Standard plan', {}, { plan: 'standard' }, 'portal text github'],
    ['the Basic plan', {}, { plan: 'basic' }, 'portal text github'],
    ['no role', {}, { role: 'none' }, 'portal text github'],
    ['production down', ENGLISH_A, { apiConfigured: true }, 'portal az powershell api text'],
  ] as [string, Record<string, string>, Circumstances, string][])('%s', (_name, answers, circumstances, order) => {
    const { exits } = offer({}, answers, circumstances);
    expect(kinds(exits)).toBe(order);
    for (const exit of exits) expect(Exit.parse(exit)).toEqual(exit);
  });

  it('offers or holds back every way, each with a reason', () => {
    for (const [answers, circumstances] of [
      [{}, {}],
      [ENGLISH_A, { plan: 'developer' }],
      [{}, { role: 'none' as const }],
    ] as const) {
      const { exits, withheld } = offer({}, answers, circumstances);
      expect([...exits, ...withheld].map(({ kind }) => kind).sort()).toEqual([
        'api',
        'az',
        'github',
        'portal',
        'powershell',
        'text',
      ]);
      for (const { why } of [...exits, ...withheld]) expect(why).toMatch(/^[A-Z].{20,}\.$/);
    }
  });

  it('sends by itself only what is complete', () => {
    expect(
      kinds(offer({}, { severity: 'A', preferredSupportLanguage: 'en-us' }, { apiConfigured: true }).exits),
    ).toMatch(/^portal/);
  });

  it('says where the severity is above the plan', () => {
    const steps = (plan: string, answers: Record<string, string>) =>
      offer({}, answers, { plan }).exits[0]?.steps.join(' ');
    expect(steps('developer', {})).toContain('allows severity C, minimal impact at most');
    expect(steps('developer', { severity: 'C' })).not.toContain('at most');
    expect(steps('standard', ENGLISH_A)).not.toContain('at most');
  });

  it('narrows to what is asked for', () => {
    const record = ticketRecord();
    expect(kinds(exitsFor({ draft: fullDraft(), record, data: DATA }, ['text', 'az']).exits)).toBe('az text');
  });
});

describe('honesty', () => {
  const places = [{ label: 'Support of the vendor', url: 'https://vendor.example/support' }];
  it('leads to the vendor where Microsoft does not help', () => {
    const { exits, withheld } = offer({ report: { scope: 'out_of_scope', component: 'third_party_closed', places } });
    expect(kinds(exits)).toBe('text');
    expect(exits[0]).toMatchObject({ title: 'Support of the vendor', url: 'https://vendor.example/support' });
    expect(exits[0]?.steps[0]).toBe('Support of the vendor: https://vendor.example/support');
    expect(kinds(withheld)).toBe('portal az powershell api github');
  });
  it('leads to the other product’s own support', () => {
    const fact = { value: 'aks-cloud' as const, source: 'typed' as const, evidence: 'AKS', approx: false };
    const { exits } = offer({
      facts: { product: fact },
      report: { scope: 'out_of_scope', component: 'other_product' },
    });
    expect(exits[0]?.kind).toBe('portal');
    expect(exits[0]?.url).toContain('5a3a423f-8667-9095-1770-0a554a934512');
    expect(kinds(exits)).not.toContain('github');
  });
  it('makes no ticket of a wish', () => {
    expect(kinds(offer({ report: { scope: 'not_a_support_request' } }).exits)).toBe('text');
  });
  it.each(['upgrade_first', 'unsupported'] as const)(
    'names the way back before anything else in every way out: %s',
    (eligibility) => {
      for (const exit of offer({ report: { eligibility, wayBack: ['Upgrade to 1.33.'] } }).exits)
        expect(exit.steps[0]).toBe('First: Upgrade to 1.33.');
    },
  );
  it('says in every way out what best effort means', () => {
    for (const exit of offer({ report: { scope: 'best_effort' } }).exits)
      expect(exit.steps[0]).toMatch(/without a promise/);
  });
});

describe('portal links', () => {
  const draft = fullDraft();
  it('opens the newer form with all it takes, in its path', () => {
    const parts = bladeUrl(draft, DATA).slice(DATA.portal.blade.length).split('/');
    const pairs = Object.fromEntries(
      parts.flatMap((part, n) => (n % 2 === 0 ? [[part, decodeURIComponent(parts[n + 1] ?? '')]] : [])),
    );
    expect(pairs).toEqual({
      issueType: 'technical',
      subscriptionId: SUBSCRIPTION,
      productId: '32545be3-202c-9cd6-2031-98e763d29b5e',
      topicId: CLASSIFICATION.split('/').at(-1),
      assetId: CLUSTER,
      summary: draft.title,
    });
  });
  it('has the older form too', () => {
    const json = createUrl(draft, DATA).slice(DATA.portal.create.length);
    expect(JSON.parse(decodeURIComponent(json))).toEqual({
      subId: SUBSCRIPTION,
      pesId: '32545be3-202c-9cd6-2031-98e763d29b5e',
      supportTopicId: CLASSIFICATION.split('/').at(-1),
      severity: '2',
    });
  });
  it('stays short and whole whatever the title', () => {
    const titles = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }),
      fc.constantFrom('🚀'.repeat(125), '漢'.repeat(250), '/'.repeat(250)),
    );
    fc.assert(
      fc.property(titles, (title) => {
        const url = bladeUrl(fullDraft({}, { title }), DATA);
        expect(url.length).toBeLessThanOrEqual(PORTAL_URL_LENGTH_MAX);
        expect(url).not.toMatch(/[\s"'<>()|]/);
        expect(() => decodeURIComponent(url)).not.toThrow();
      }),
      { numRuns: 200, seed: 20261120 },
    );
  });
});

describe('API body', () => {
  const ajv = new Ajv({ strict: true, allErrors: true });
  formats.default(ajv);
  const valid = ajv.compile(SUPPORT_TICKET);
  const check = (draft: Draft) => {
    valid(JSON.parse(JSON.stringify(ticketBody(draft))));
    expect(valid.errors ?? []).toEqual([]);
  };
  it('is valid against the published shape, whatever was typed', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(text, text, fc.constantFrom('A', 'B', 'C'), (title, description, severity) =>
        check(
          fullDraft({}, { title, description, severity, phoneNumber: '+1 555 0100', problemStartTime: '2026-11-19' }),
        ),
      ),
      { numRuns: 150, seed: 20261120 },
    );
  });
  it('is refused by that shape while something is missing, so the shape is no formality', () => {
    valid(ticketBody(draftTicket(ticketRecord(), DATA)));
    expect(valid.errors?.length).toBeGreaterThan(0);
  });
  it('never writes a consent that was not given', () => {
    const draft = draftTicket(ticketRecord(), DATA);
    expect(ticketBody(draft).properties.advancedDiagnosticConsent).toBe('No');
    const record = ticketRecord();
    for (const exit of exitsFor({ draft, record, data: DATA }, ['az', 'powershell', 'api']).exits) {
      expect(exit.content).toMatch(/onsent["']? ?[=:]? ?["']No["']/);
      expect(exit.steps.join(' ')).toContain('stands as No until you decide');
    }
  });
  it('links the public thread about the same problem', () => {
    const issue = { title: 'x', url: 'https://github.com/Azure/aksArc/issues/7' };
    expect(ticketBody({ ...fullDraft(), knownIssues: [issue] }).properties).not.toHaveProperty('communityForumPost');
    const draft = { ...fullDraft(), knownIssues: [{ ...issue, exact: true }] };
    check(draft);
    expect(ticketBody(draft).properties.communityForumPost).toBe('https://github.com/Azure/aksArc/issues/7');
  });
  it('has a path that carries the name', () => {
    expect(ticketPath(fullDraft())).toBe(
      `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Support/supportTickets/aks-arc-r-1`,
    );
  });
});

describe('GitHub link', () => {
  const issue = (messages: string[], answers: Record<string, string> = {}) => {
    const change = { messages };
    return publicIssue(fullDraft(change, answers), ticketRecord(change), DATA);
  };
  it('uses the repository’s own template and sends nothing that needs rights', () => {
    const url = new URL(issue(['etcd fails']).url);
    expect(url.pathname).toBe('/Azure/aksArc/issues/new');
    expect([...url.searchParams.keys()]).toEqual(['template', 'title', 'body']);
    expect(url.searchParams.get('template')).toBe('bug_report.md');
    expect(url.searchParams.get('title')).toMatch(/^\[BUG\] /);
    for (const heading of [
      'Describe the bug',
      'To Reproduce',
      'Expected behavior',
      'Environment',
      'Additional context',
      'Collect log files',
    ])
      expect(url.searchParams.get('body')).toContain(`**${heading}`);
  });
  it('tells nothing of who and where, with one name for one thing in title and text', () => {
    const { title, body, url, renamed } = issue([
      `lookup hci01.contoso.local failed for jane.doe@contoso.com, CONTOSO\\jdoe, 10.1.2.3\n${CLUSTER}\nplease ask Jane Doe, hci01 is down`,
    ]);
    for (const text of [title, body, decodeURIComponent(url.replaceAll('+', ' '))])
      for (const secret of [
        'contoso.local',
        'jane.doe',
        'Jane Doe',
        'jdoe',
        '10.1.2.3',
        SUBSCRIPTION,
        'rg-edge',
        'plant-07',
        'hci01',
      ])
        expect(text).not.toContain(secret);
    expect(title).toContain('<host-1>');
    expect(body).toContain('<host-1> is down');
    expect(renamed.length).toBeGreaterThan(4);
  });
  it('calls nobody: a pasted @name is no mention', () => {
    expect(issue(['ask @octocat or (@hubot)']).body).not.toMatch(/@(?:octocat|hubot)/);
  });
  it('fits into an address, and says where it was cut', () => {
    const long = issue(['etcdserver: request timed out äöü 漢字\n'.repeat(2_000)]);
    expect(long.url.length).toBeLessThanOrEqual(GITHUB_URL_LENGTH_MAX);
    expect(long.cut).toBe(true);
    expect(new URL(long.url).searchParams.get('body')).toContain('cut to fit');
    expect(long.body.length).toBeGreaterThan(30_000);
    expect(issue(['short']).cut).toBe(false);
  });
  it('fits whatever was pasted', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 2_000 }), { maxLength: 8 }), (messages) => {
        expect(issue(messages).url.length).toBeLessThanOrEqual(GITHUB_URL_LENGTH_MAX);
      }),
      { numRuns: 60, seed: 20261120 },
    );
  });
});

describe('text', () => {
  it('holds a fence no paste can close', () => {
    expect(fenced('a\n````\nb')).toBe('`````text\na\n````\nb\n`````');
    expect(markdownTicket(fullDraft({}, { title: 'a | b <i>*x*' }), DATA)).toContain('## a \\| b \\<i\\>\\*x\\*');
  });
  it('carries title, severity and description', () => {
    const draft = fullDraft();
    for (const text of [plainTicket(draft, DATA), markdownTicket(draft, DATA)]) {
      expect(text).toContain('B, moderate impact');
      expect(text).toContain(draft.description);
    }
  });
});

describe('secrets', () => {
  it('stand in no draft and no way out, though somebody built a record without masking', () => {
    for (const [name, make] of Object.entries(LEAKS)) {
      const { text, secrets } = make(random(77));
      const record = ticketRecord({ messages: [`it fails\n${text}`] });
      const draft = draftTicket(record, DATA);
      const all = JSON.stringify([
        draft.description,
        exitsFor({ draft, record, data: DATA }, ['portal', 'az', 'powershell', 'api', 'github', 'text']),
      ]);
      for (const secret of secrets)
        expect(all.includes(JSON.stringify(secret).slice(1, -1)), `${name}: ${secret}`).toBe(false);
    }
  });
});

describe('knowledge/tickets.yaml', () => {
  it('has products, services and logs that fit together', () => {
    const ids = DATA.services.map(({ guid }) => guid);
    expect(new Set(ids).size).toBe(ids.length);
    const products = Object.keys(DATA.products);
    for (const { id, products: of } of DATA.logs) for (const product of of) expect(products, id).toContain(product);
    const topics = readFileSync(new URL('../../knowledge/topics.yaml', import.meta.url), 'utf8');
    for (const { id, topics: of } of DATA.logs)
      for (const topic of of) expect(topics, id).toMatch(new RegExp(`id: ${topic}[,\\s]`));
  });
});
