/**
 * Services for tests of conversations: a triage so small that a test can predict it. It knows three facts (version, run state,
 * changes of node VMs), asks for what is missing and keeps records in memory. Masks words that start with `secret-`.
 */
import { type Question, type Services, type TriageStep, UserError } from '../../dialogs/services.ts';
import type { FactName, Facts } from '../../src/model/facts.ts';
import type { KnownIssue } from '../../src/model/known-issue.ts';
import type { TriageRecord } from '../../src/model/record.ts';
import type { Eligibility, Report } from '../../src/model/report.ts';
import type { Draft, Exit } from '../../src/model/ticket.ts';

export const knownIssue: KnownIssue = {
  repo: 'contoso/arc',
  number: 42,
  url: 'https://github.com/contoso/arc/issues/42',
  title: 'API server refuses connections after certificate rotation',
  state: 'open',
  labels: ['bug'],
  score: 9,
  why: 'same error: connection refused on 6443',
  affects: '1.32',
  fixedIn: '1.33',
  workaround: 'Restart the kubelet on the control plane.',
  risk: null,
  resolution: 'workaround',
  source: 'github',
  asOf: '2026-11-19',
};

export const smallQuestions: Question[] = [
  {
    fact: 'k8sVersion',
    label: 'Kubernetes version',
    text: 'Which Kubernetes version does the cluster run?',
    why: 'An old minor must be upgraded first.',
    how: 'kubectl version',
    input: 'text',
    choices: [],
  },
  {
    fact: 'clusterRunState',
    label: 'Running all the time?',
    text: 'Has the cluster been running all the time?',
    why: 'A long stop takes it out of support.',
    how: null,
    input: 'choice',
    choices: [
      { title: 'Running', value: 'running' },
      { title: 'Stopped', value: 'stopped' },
    ],
    gate: 'It was stopped',
  },
  {
    fact: 'nodeChange',
    label: 'Node VMs changed',
    text: 'Did anybody change the node VMs?',
    why: 'Changes outside AKS take it out of support.',
    how: null,
    input: 'choice',
    choices: [
      { title: 'No', value: 'none' },
      { title: 'Yes', value: 'own' },
    ],
    gate: 'A node VM was changed',
  },
];

type Values = Partial<Record<FactName, unknown>>;

/** What the words say; the last statement wins. */
function readSmall(text: string): Values {
  const found: Values = {};
  const version = /\b1\.\d{2}(?:\.\d+)?\b/.exec(text);
  if (version) found.k8sVersion = version[0];
  if (/\bnot stopped|runs|running\b/i.test(text)) found.clusterRunState = 'running';
  else if (/\bstopped\b/i.test(text)) found.clusterRunState = 'stopped';
  if (/\bnobody (?:touched|changed)|no changes?\b/i.test(text)) found.nodeChange = [];
  else if (/changed? .*(?:vm|disk|memory)|hyper-v/i.test(text))
    found.nodeChange = [{ via: 'hyperv-api', what: 'vm-resource' }];
  if (/\bcoredns|dns\b/i.test(text)) found.topic = 'dns';
  else if (/6443|api server/i.test(text)) found.topic = 'api-server';
  else if (/\bpvc|csi|storage|disk\b/i.test(text)) found.topic = 'storage';
  return found;
}

const eligibilityOf = (values: Values): Eligibility => {
  if ((values.nodeChange as unknown[] | undefined)?.length) return 'unsupported';
  if (values.clusterRunState === 'stopped') return 'unsupported';
  if (typeof values.k8sVersion === 'string' && Number(values.k8sVersion.split('.')[1]) < 31) return 'upgrade_first';
  return values.k8sVersion && values.clusterRunState && values.nodeChange ? 'eligible' : 'unknown';
};

export function smallReport(recordId: string, values: Values, evidence = 'the words'): Report {
  const eligibility = eligibilityOf(values);
  const facts = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value, source: 'typed', evidence, approx: false }]),
  ) as Facts;
  return {
    reportVersion: 1,
    id: recordId,
    recordId,
    scope: values.topic ? 'in_scope' : 'undetermined',
    scopeLimit: null,
    eligibility,
    component: 'control_plane',
    confidence: 0.9,
    headline: 'This is covered by the policy.',
    edition: {
      id: 'aks-arc-2024',
      title: 'AKS Arc support policy',
      date: '2024-07-11',
      url: 'https://learn.microsoft.com/azure/aks/aksarc/support-policies',
      why: 'the product runs on Azure Local',
    },
    rules: ['D02'],
    citations: [
      {
        rule: 'D02',
        heading: 'Control plane',
        url: 'https://learn.microsoft.com/azure/aks/aksarc/support-policies#control-plane',
        effect: 'The control plane is supported.',
        because: [{ fact: 'topic', value: values.topic ?? 'open', evidence }],
      },
    ],
    warnings: [],
    duties: [{ who: 'microsoft', what: 'Repairs the control plane.' }],
    wayBack: eligibility === 'upgrade_first' ? ['Upgrade to 1.31 or newer.'] : [],
    parts: [],
    otherEditions: [],
    facts,
    conflicts: [],
    ask: [],
    knownIssues: { exact: values.topic === 'api-server' ? [knownIssue] : [], similar: [] },
    places: [],
    notRead: [],
    masked: [],
    knowledge: 'test',
  } as unknown as Report;
}

const smallDraft = (recordId: string): Draft => ({
  recordId,
  ticketName: `triage-${recordId}`,
  title: 'API server refuses connections',
  description: 'Verdict: in scope.\n\nSymptom: connection refused on 6443.',
  severity: 'moderate',
  severityWhy: 'One cluster is impaired.',
  serviceId: null,
  serviceName: 'Azure Kubernetes Service on Azure Local',
  problemClassificationId: null,
  problemType: null,
  subscriptionId: null,
  resourceId: null,
  problemStartTime: null,
  advancedDiagnosticConsent: null,
  require24X7Response: false,
  contact: {},
  logs: [{ what: 'All logs', command: 'Get-AksHciLogs', note: 'large' }],
  knownIssues: [],
  missing: ['consent'],
  state: 'draft',
  supportTicketId: null,
  updatedAt: '2026-11-20T10:00:00.000Z',
});

export const smallExits: Exit[] = [
  {
    kind: 'portal',
    title: 'Azure portal',
    why: 'works with every plan',
    content: 'https://portal.azure.com/',
    url: 'https://portal.azure.com/',
    twin: null,
    steps: ['Open the page.'],
  },
  {
    kind: 'az',
    title: 'Azure CLI',
    why: 'one command',
    content: "az support create --title 'it''s `down`' --description '<none> {{x}} [a](b)'",
    url: null,
    twin: "az support create --title 'for PowerShell'",
    steps: ['Sign in.', 'Run it.'],
  },
];

export type SmallServices = Services & { records: Map<string, TriageRecord>; calls: string[] };

export type SmallOptions = {
  /** Facts whose questions are private. */
  sensitive?: FactName[];
  experts?: string[];
};

export function smallServices({ sensitive = [], experts = [] }: SmallOptions = {}): SmallServices {
  const records = new Map<string, TriageRecord>();
  const calls: string[] = [];
  const edits = new Map<string, Record<string, string>>();
  const masked = (text: string) => text.replace(/secret-\S+/g, '[masked: secret]');

  const mine = (recordId: string, userId: string): TriageRecord => {
    const record = records.get(recordId);
    if (!record || (record.userId !== userId && !experts.includes(userId)))
      throw new UserError('That is not your triage.');
    return record;
  };
  const valuesOf = (record: TriageRecord): Values =>
    Object.fromEntries(Object.entries(record.report.facts).map(([name, fact]) => [name, fact?.value]));

  const settle = (record: TriageRecord, values: Values): TriageStep => {
    const before = valuesOf(record);
    const report = smallReport(record.id, values);
    const saved = { ...record, report };
    records.set(record.id, saved);
    const changed = Object.entries(values)
      .filter(([name, value]) => JSON.stringify(before[name as FactName]) !== JSON.stringify(value))
      .map(([name, value]) => ({
        fact: name as FactName,
        from: before[name as FactName] === undefined ? null : String(before[name as FactName]),
        to: Array.isArray(value) ? (value.length > 0 ? 'changed' : 'none') : String(value),
      }));
    const questions = smallQuestions
      .filter(({ fact }) => values[fact] === undefined)
      .map((question) => ({ ...question, ...(sensitive.includes(question.fact) ? { sensitive: true } : {}) }));
    return { record: saved, report, questions: values.topic ? questions : questions.slice(0, 1), changed };
  };

  return {
    records,
    calls,
    async start({ userId, tenantId, conversationId }, text) {
      calls.push('start');
      const id = `r${records.size + 1}`;
      const record = {
        id,
        createdAt: '',
        updatedAt: '',
        userId,
        tenantId,
        conversationId,
        messages: [masked(text)],
        given: {},
        edition: null,
        today: '2026-11-20',
        asked: [],
        report: smallReport(id, {}),
        feedback: null,
        handoff: null,
        codeVersion: 'test',
      } as TriageRecord;
      return { ...settle(record, readSmall(text)), changed: [] };
    },
    async say(recordId, userId, text, asked) {
      calls.push('say');
      const record = mine(recordId, userId);
      const unknown = /don't know|no idea/i.test(text);
      const next = {
        ...record,
        messages: [...record.messages, masked(text)],
        asked: record.asked.map((entry) =>
          unknown && asked.includes(entry.fact as FactName) ? { ...entry, answer: 'unknown' } : entry,
        ),
      };
      return settle(next, {
        ...valuesOf(record),
        ...readSmall(text),
        ...(record.report.facts.topic ? { topic: record.report.facts.topic.value } : {}),
      });
    },
    async answer(recordId, userId, values) {
      calls.push('answer');
      const record = mine(recordId, userId);
      const meant: Values = {};
      for (const [fact, value] of Object.entries(values)) {
        if (value === 'unknown' || value === '') continue;
        if (fact === 'clusterRunState') meant[fact] = value === 'yes' ? 'stopped' : value === 'no' ? 'running' : value;
        else if (fact === 'nodeChange') meant[fact] = value === 'yes' || value === 'own' ? [{ via: 'hyperv-api' }] : [];
        else meant[fact as FactName] = value;
      }
      const asked = record.asked.map((entry) => ({ ...entry, answer: values[entry.fact] ?? entry.answer }));
      return settle({ ...record, asked }, { ...valuesOf(record), ...meant });
    },
    async noteAsked(recordId, facts) {
      const record = records.get(recordId);
      if (!record) return;
      const fresh = facts.filter((fact) => !record.asked.some((entry) => entry.fact === fact));
      records.set(recordId, { ...record, asked: [...record.asked, ...fresh.map((fact) => ({ fact, answer: null }))] });
    },
    async record(recordId, userId) {
      const record = records.get(recordId);
      return record && (record.userId === userId || experts.includes(userId)) ? record : undefined;
    },
    mask: masked,
    preview: (text) => smallReport('preview', readSmall(text)),
    intentOf: (text) => {
      const values = readSmall(text);
      return {
        intent: values.topic ? 'fault' : 'small_talk',
        confidence: values.topic ? 0.9 : 0.1,
        facts: smallReport('x', values).facts,
      };
    },
    search: async ({ text }) => ({ exact: [], similar: /6443|refused/.test(text) ? [knownIssue] : [] }),
    issue: async (repo, number) => (repo === knownIssue.repo && number === knownIssue.number ? knownIssue : undefined),
    watchedRepos: () => ['contoso/arc'],
    draft: async (recordId) => ({ ...smallDraft(recordId), ...edits.get(recordId) }) as Draft,
    editDraft: async (recordId, _userId, values) => {
      if (values.severity === 'wrong') throw new UserError('The severity is A, B or C.');
      edits.set(recordId, { ...edits.get(recordId), ...values });
      return smallDraft(recordId);
    },
    exits: async (_recordId, _userId, kinds) => smallExits.filter(({ kind }) => !kinds || kinds.includes(kind)),
    async feedback(recordId, userId, feedback) {
      records.set(recordId, { ...mine(recordId, userId), feedback });
    },
    async handoff(recordId, userId, change) {
      const record = { ...mine(recordId, userId), handoff: change };
      records.set(recordId, record);
      return record;
    },
  };
}
