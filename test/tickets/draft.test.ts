import { describe, expect, it } from 'vitest';
import { Draft } from '../../src/model/ticket.ts';
import { DESCRIPTION_LENGTH_MAX, TITLE_LENGTH_MAX } from '../../src/tickets/check.ts';
import { draftTicket, ticketName } from '../../src/tickets/draft.ts';
import { adviseSeverity } from '../../src/tickets/severity.ts';
import { startTime } from '../../src/tickets/start-time.ts';
import { SUBSCRIPTION } from '../support/support-service.ts';
import { CLUSTER, DATA, ticketRecord } from '../support/ticket-cases.ts';

const fact = <T>(value: T, evidence = String(value)) => ({ value, source: 'typed' as const, evidence, approx: false });
const order = (text: string, ...parts: string[]) => parts.map((part) => text.indexOf(part));

describe('draftTicket', () => {
  it('gives a valid draft, the same each time', () => {
    const draft = draftTicket(ticketRecord(), DATA, { name: 'Jane Doe' });
    expect(Draft.parse(draft)).toEqual(draft);
    expect(draftTicket(ticketRecord(), DATA, { name: 'Jane Doe' })).toEqual(draft);
  });

  it('never assumes consent, and lists what is missing', () => {
    const draft = draftTicket(ticketRecord(), DATA);
    expect(draft.advancedDiagnosticConsent).toBeNull();
    expect(draft.missing).toEqual(
      expect.arrayContaining(['advancedDiagnosticConsent', 'firstName', 'problemClassificationId']),
    );
  });

  it('writes the verdict first, then symptom, facts, timeline, steps, issues and what is not known', () => {
    const record = ticketRecord({
      messages: [
        'Since 2026-11-18 etcd has no quorum. We restarted all nodes.\n2026-11-18T07:00:00Z etcdserver: request timed out',
      ],
      facts: { stoppedSince: fact('2026-11-10') },
      report: {
        citations: [
          {
            rule: 'D03',
            heading: 'etcd',
            url: 'https://contoso.example',
            effect: 'Microsoft supports it.',
            because: [],
          },
        ],
        ask: [{ fact: 'cni', why: 'It decides who helps.' }],
        knownIssues: {
          exact: [
            {
              repo: 'Azure/aksArc',
              number: 7,
              url: 'https://github.com/Azure/aksArc/issues/7',
              title: 'Quorum lost',
              state: 'open',
              labels: [],
              score: 1,
              why: 'same line',
              affects: null,
              fixedIn: '1.0.9',
              workaround: null,
              risk: null,
              resolution: 'open',
              source: 'github',
              asOf: '2026-11-01',
            },
          ],
          similar: [],
        },
      },
    });
    const { description, knownIssues } = draftTicket(record, DATA);
    const places = order(
      description,
      'POLICY VIEW',
      'D03 etcd',
      'SYMPTOM',
      'FACTS',
      'TIMELINE',
      'TRIED SO FAR',
      'KNOWN ISSUES',
      'NOT KNOWN',
      'TRIAGE',
    );
    expect(places.every((at) => at >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(description).toContain('- 2026-11-10 cluster stopped');
    expect(description).toContain('- We restarted all nodes.');
    expect(description).toContain('fixed in 1.0.9');
    expect(description).toContain('- cni: It decides who helps.');
    expect(description).toContain('stopped since: 2026-11-10 (typed: “2026-11-10”)');
    expect(knownIssues).toEqual([
      { title: 'Quorum lost', url: 'https://github.com/Azure/aksArc/issues/7', exact: true },
    ]);
  });

  it.each(['upgrade_first', 'unsupported'] as const)('puts the way back before the symptom: %s', (eligibility) => {
    const record = ticketRecord({ report: { eligibility, wayBack: ['Upgrade to 1.33.'] } });
    const [back = -1, symptom = -1] = order(draftTicket(record, DATA).description, '- Upgrade to 1.33.', 'SYMPTOM');
    expect(back).toBeGreaterThan(0);
    expect(back).toBeLessThan(symptom);
  });

  it('says what best effort means', () => {
    const record = ticketRecord({ report: { scope: 'best_effort', scopeLimit: 'install_and_basic_configuration' } });
    expect(draftTicket(record, DATA).description).toMatch(/without a promise to solve it \(limited to installation/);
  });

  it('keeps to the limits however much was pasted, verdict and start of the words included', () => {
    const draft = draftTicket(ticketRecord({ messages: [`first words ${'x'.repeat(40)} `.repeat(3_000)] }), DATA);
    expect(draft.description.length).toBeLessThanOrEqual(DESCRIPTION_LENGTH_MAX);
    expect(draft.title.length).toBeLessThanOrEqual(TITLE_LENGTH_MAX);
    expect(draft.description).toContain('first words');
    expect(draft.description).toContain('cut here');
    expect(draft.description).toContain('FACTS AND WHERE');
  });

  it('finds resource and subscription, in the words of a paste', () => {
    expect(draftTicket(ticketRecord(), DATA)).toMatchObject({ resourceId: CLUSTER, subscriptionId: SUBSCRIPTION });
    const other = draftTicket(ticketRecord({ messages: [`subscription id: ${SUBSCRIPTION.toUpperCase()}`] }), DATA);
    expect(other).toMatchObject({ resourceId: null, subscriptionId: SUBSCRIPTION });
    expect(draftTicket(ticketRecord({ messages: [`correlation ${SUBSCRIPTION}`] }), DATA).subscriptionId).toBeNull();
  });

  it.each([
    [
      ['hi all, we have a problem', 'kubectl hangs\nUnable to connect to the server: i/o timeout'],
      'Unable to connect to the server: i/o timeout',
    ],
    [['Good morning team, after the update no pod starts any more'], 'after the update no pod starts any more'],
    [['NAME   STATUS   AGE\nnode1   NotReady   3d'], 'The control plane is in scope.'],
  ])('names the symptom of %j', (messages, symptom) => {
    expect(draftTicket(ticketRecord({ messages }), DATA).title).toBe(`[AKS on Azure Local] control plane: ${symptom}`);
  });

  it.each([
    ['aks-local', 'etcd', 'in_scope', 'control_plane', '32545be3-202c-9cd6-2031-98e763d29b5e'],
    ['aks-arc-ws', 'etcd', 'in_scope', 'control_plane', '32545be3-202c-9cd6-2031-98e763d29b5e'],
    ['aks-cloud', 'other-product', 'out_of_scope', 'other_product', '5a3a423f-8667-9095-1770-0a554a934512'],
    ['aks-edge', 'other-product', 'out_of_scope', 'other_product', '1232100c-42c0-f626-2b4f-8c8a4877acad'],
    ['aks-local', 'host-platform', 'out_of_scope', 'other_product', '5804950e-8756-4711-367a-57965175f0ad'],
    ['other', 'other-product', 'out_of_scope', 'other_product', null],
    ['aks-local', 'closed-source', 'out_of_scope', 'third_party_closed', null],
    ['aks-local', 'wish', 'not_a_support_request', 'docs_feature', null],
  ] as const)('a case of %s, %s, %s goes to the right service', (product, topic, scope, component, guid) => {
    const record = ticketRecord({
      facts: { product: fact(product), topic: fact(topic) },
      report: { scope, component },
    });
    expect(draftTicket(record, DATA).serviceId).toBe(
      guid === null ? null : `/providers/Microsoft.Support/services/${guid}`,
    );
  });

  it('asks for the logs of the product and version', () => {
    const commands = (product: 'aks-local' | 'aks-arc-ws', release?: string) =>
      draftTicket(
        ticketRecord({ facts: { product: fact(product), ...(release ? { azureLocalRelease: fact(release) } : {}) } }),
        DATA,
      )
        .logs.map(({ command }) => command)
        .join('\n');
    expect(commands('aks-local')).toMatch(/az aksarc get-logs/);
    expect(commands('aks-local')).not.toMatch(/Get-AksHciLogs/);
    expect(commands('aks-arc-ws')).toMatch(/Get-AksHciLogs/);
    expect(commands('aks-arc-ws')).not.toMatch(/az aksarc/);
    expect(commands('aks-local', '2507')).toMatch(/Support\.AksArc/);
    expect(commands('aks-local', '2310')).not.toMatch(/Support\.AksArc/);
  });
});

describe('ticketName', () => {
  it.each(['1', '0f8fad5b-d9cb-469f-a165-70867728950e', 'tmp-x', 'a/b', 'a?b', 'ü', 'x'.repeat(400), ''])(
    'keeps the service’s rules: %j',
    (id) => {
      expect(ticketName(id)).toMatch(/^(?!tmp-)(?!\d+$)[A-Za-z0-9_-]{1,255}$/);
    },
  );
  it('differs where the record differs, and only there', () => {
    const ids = ['a/b', 'a?b', 'a-b', 'x'.repeat(300), 'x'.repeat(301)];
    expect(new Set(ids.map(ticketName)).size).toBe(ids.length);
    expect(ticketName('a/b')).toBe(ticketName('a/b'));
  });
});

describe('severity', () => {
  for (const { severity, why, examples } of DATA.severities) {
    it.each(examples.hits)(`is ${severity} for “%s”`, (text) => {
      expect(adviseSeverity(ticketRecord({ messages: [text] }), DATA)).toMatchObject({
        severity,
        why: expect.stringContaining(why),
      });
    });
    it.each(examples.misses)(`has another reason than “${why}” for “%s”`, (text) => {
      expect(adviseSeverity(ticketRecord({ messages: [text] }), DATA).why).not.toContain(why);
    });
  }
  it('is C for a preview whatever is said, since nothing above is answered faster', () => {
    const record = ticketRecord({ messages: ['production is down'], report: { scopeLimit: 'business_hours' } });
    expect(adviseSeverity(record, DATA).severity).toBe('minimal');
  });
  it('is B where nodes are not ready and nothing was said of the business', () => {
    expect(
      adviseSeverity(ticketRecord({ messages: ['see below'], facts: { nodesNotReady: fact(2) } }), DATA).severity,
    ).toBe('moderate');
  });
  it('asks for English and a phone with A', () => {
    const draft = draftTicket(ticketRecord({ messages: ['production is down'] }), DATA, { locale: 'de-DE' });
    expect(draft).toMatchObject({
      severity: 'critical',
      require24X7Response: true,
      contact: { preferredSupportLanguage: 'en-us' },
    });
    expect(draft.missing).toContain('phoneNumber');
  });
});

describe('startTime', () => {
  it.each([
    ['since 2026-11-18 it fails', '2026-11-18T00:00:00Z'],
    ['started at 2026-11-18T07:30:00Z', '2026-11-18T07:30:00Z'],
    ['since yesterday', '2026-11-19T00:00:00Z'],
    ['since this morning', '2026-11-20T00:00:00Z'],
    ['seit gestern', '2026-11-19T00:00:00Z'],
    ['since last tuesday', '2026-11-17T00:00:00Z'],
    ['seit Freitag', '2026-11-13T00:00:00Z'],
    ['for 3 days now', '2026-11-17T00:00:00Z'],
    ['since the update', null],
    ['since 2030-01-01', null],
    ['since 2026-99-99', null],
    ['nothing said', null],
  ])('%j: %s', (words, expected) => expect(startTime(words, '2026-11-20')).toBe(expected));
});
