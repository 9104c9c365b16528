/** Records and drafts for the tests of tickets. */
import type { Facts } from '../../src/model/facts.ts';
import type { TriageRecord } from '../../src/model/record.ts';
import type { Report } from '../../src/model/report.ts';
import type { Draft } from '../../src/model/ticket.ts';
import { ticketData } from '../../src/tickets/data.ts';
import { draftTicket } from '../../src/tickets/draft.ts';
import { editDraft } from '../../src/tickets/edit.ts';
import { aRecord } from './records.ts';
import { CLASSIFICATION, SUBSCRIPTION } from './support-service.ts';

export const DATA = ticketData();
export const NOW = new Date('2026-11-20T10:00:00Z');
export const CLUSTER = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-edge/providers/Microsoft.Kubernetes/connectedClusters/plant-07`;

const fact = <T>(value: T) => ({ value, source: 'typed' as const, evidence: String(value), approx: false });

export type CaseChange = { id?: string; messages?: string[]; facts?: Partial<Facts>; report?: Partial<Report> };

export function ticketRecord({
  id = 'r-1',
  messages = [`etcd lost quorum on ${CLUSTER}`],
  facts = {},
  report = {},
}: CaseChange = {}): TriageRecord {
  const record = aRecord({ id, messages });
  return {
    ...record,
    report: {
      ...record.report,
      facts: { product: fact('aks-local' as const), topic: fact('etcd'), k8sVersion: fact('1.32.9'), ...facts },
      ...report,
    },
  };
}

/** What a person fills in on the review card. */
export const ANSWERS: Record<string, string> = {
  firstName: 'Jane',
  lastName: 'Doe',
  primaryEmailAddress: 'jane.doe@contoso.com',
  preferredTimeZone: 'Europe/Berlin',
  country: 'DE',
  preferredSupportLanguage: 'de-DE',
  advancedDiagnosticConsent: 'Yes',
  problemClassificationId: CLASSIFICATION,
  subscriptionId: SUBSCRIPTION,
  severity: 'B',
};

/** A draft in which nothing is missing. */
export function fullDraft(change: CaseChange = {}, answers: Record<string, string> = {}): Draft {
  const filled = editDraft(draftTicket(ticketRecord(change), DATA), ANSWERS, { data: DATA, now: NOW }).draft;
  return editDraft(filled, answers, { data: DATA, now: NOW }).draft;
}
