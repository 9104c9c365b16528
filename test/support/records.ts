/** Small whole records, drafts and issues for tests of what carries them. */
import type { StoredIssue } from '../../src/model/known-issue.ts';
import type { TriageRecord } from '../../src/model/record.ts';
import type { Draft } from '../../src/model/ticket.ts';

export function aRecord(change: Partial<TriageRecord> = {}): TriageRecord {
  const id = change.id ?? 'r-1';
  return {
    id,
    createdAt: '2026-11-20T10:00:00.000Z',
    updatedAt: '2026-11-20T10:00:00.000Z',
    userId: 'alex',
    tenantId: 'contoso',
    conversationId: 'a:1',
    messages: ['etcd lost quorum'],
    given: {},
    edition: null,
    today: '2026-11-20',
    asked: [{ fact: 'stoppedSince', answer: null }],
    report: {
      reportVersion: 1,
      id,
      recordId: id,
      scope: 'in_scope',
      scopeLimit: null,
      eligibility: 'unknown',
      component: 'control_plane',
      confidence: 0.9,
      headline: 'The control plane is in scope.',
      edition: {
        id: 'aks-arc-2024',
        title: 'AKS Arc',
        date: '2024-07-11',
        url: 'https://contoso.example/policy',
        why: 'default',
      },
      rules: ['D02'],
      citations: [],
      warnings: [],
      duties: [],
      wayBack: [],
      parts: [],
      otherEditions: [],
      facts: { k8sVersion: { value: '1.32.9', source: 'typed', evidence: '1.32.9', approx: false } },
      conflicts: [],
      ask: [],
      knownIssues: { exact: [], similar: [] },
      places: [],
      notRead: [],
      masked: [],
      knowledge: '0123456789abcdef',
    },
    feedback: null,
    handoff: null,
    codeVersion: '0.1.0',
    ...change,
  };
}

export function aDraft(change: Partial<Draft> = {}): Draft {
  return {
    recordId: 'r-1',
    ticketName: 'triage-r-1',
    title: 'etcd lost quorum',
    description: 'etcd lost quorum after a power cut',
    severity: 'moderate',
    severityWhy: 'one cluster',
    serviceId: null,
    serviceName: null,
    problemClassificationId: null,
    problemType: null,
    subscriptionId: null,
    resourceId: null,
    problemStartTime: null,
    advancedDiagnosticConsent: null,
    require24X7Response: false,
    contact: { firstName: 'Alex' },
    logs: [],
    knownIssues: [],
    missing: ['country'],
    state: 'draft',
    supportTicketId: null,
    updatedAt: '2026-11-20T10:00:00.000Z',
    ...change,
  };
}

export function anIssue(change: Partial<StoredIssue> = {}): StoredIssue {
  const repo = change.repo ?? 'contoso/aks';
  const number = change.number ?? 1;
  return {
    repo,
    number,
    url: `https://github.com/${repo}/issues/${number}`,
    title: 'Nodes stay NotReady',
    body: 'After the update nodes stay NotReady.',
    comments: [],
    state: 'open',
    stateReason: null,
    labels: ['bug'],
    kind: 'bug',
    opened: '2026-01-01',
    closed: null,
    updated: '2026-01-02T00:00:00Z',
    signatures: [],
    cause: null,
    workaround: null,
    affects: { aksRelease: [], kubernetes: [], hostOs: [], module: [] },
    fixedIn: null,
    related: [],
    duplicateOf: null,
    resolution: 'open',
    source: 'github',
    asOf: '2026-11-20',
    ...change,
  };
}
