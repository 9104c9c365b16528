/** A triage record becomes a ticket draft. Pure: the same record, data and profile give the same draft. */
import { createHash } from 'node:crypto';
import type { TicketData } from '../../knowledge/schema.ts';
import type { TriageRecord } from '../model/record.ts';
import type { Draft } from '../model/ticket.ts';
import { redact } from '../text/redact.ts';
import { missingFields, TITLE_LENGTH_MAX } from './check.ts';
import { cleanLine, shortened } from './clean-text.ts';
import { contactFrom, type Profile } from './contact.ts';
import { describe } from './description.ts';
import { logsFor, productOf, serviceArmId, serviceFor } from './service.ts';
import { adviseSeverity } from './severity.ts';
import { startTime } from './start-time.ts';

/** Component codes that tell a reader nothing. */
const UNTOLD: ReadonlySet<string> = new Set(['other_product', 'docs_feature', 'k8s_howto']);
const SYMPTOM_LENGTH_MAX = 140;
const NAME_LENGTH_MAX = 120;

/** The draft as it is first shown. Consent is never assumed; what a profile does not say stays missing. */
export function draftTicket(given: TriageRecord, data: TicketData, profile: Profile = {}): Draft {
  const record = masked(given);
  const { report } = record;
  const words = record.messages.join('\n');
  const service = serviceFor(report, data);
  const { severity, why } = adviseSeverity(record, data);
  const known = contactFrom(profile, data);
  // Severity A is answered in English only; whoever lowers it can have the language back.
  const contact = severity === 'critical' ? { ...known, preferredSupportLanguage: 'en-us' } : known;
  const problemStartTime = startTime(words, record.today);
  const resourceId = resourceIn(words);
  const draft: Omit<Draft, 'missing'> = {
    recordId: record.id,
    ticketName: ticketName(record.id),
    title: titleOf(record, data),
    description: describe(record, problemStartTime),
    severity,
    severityWhy: why,
    serviceId: service ? serviceArmId(service) : null,
    serviceName: service?.name ?? null,
    problemClassificationId: null,
    problemType: service?.problemType ?? null,
    subscriptionId: subscriptionIn(resourceId ?? words),
    resourceId,
    problemStartTime,
    advancedDiagnosticConsent: null,
    require24X7Response: severity === 'critical',
    contact,
    logs: logsFor(report, data),
    knownIssues: [
      ...report.knownIssues.exact.map(({ title, url }) => ({ title, url, exact: true })),
      ...report.knownIssues.similar.map(({ title, url }) => ({ title, url })),
    ],
    state: 'draft',
    supportTicketId: null,
    updatedAt: record.updatedAt,
  };
  return { ...draft, missing: missingFields(draft) };
}

/** Words are masked on entry; this is the second lock on the door that leads outside, before anything is cut to length. */
const masked = (record: TriageRecord): TriageRecord => ({
  ...record,
  messages: record.messages.map((message) => redact(message, 'private').text),
});

/**
 * One name a record: a second try meets the first ticket instead of making another. Keeps the service's rules: no `tmp-`, not
 * digits alone, none of `< > % & : \ ? /`, at most 255 characters.
 */
export function ticketName(recordId: string): string {
  const plain = recordId.replace(/[^A-Za-z0-9_-]/g, '-').slice(0, NAME_LENGTH_MAX);
  if (plain === recordId) return `aks-arc-${recordId}`;
  return `aks-arc-${plain}-${createHash('sha256').update(recordId).digest('hex').slice(0, 12)}`;
}

function titleOf({ messages, report }: TriageRecord, data: TicketData): string {
  const product = data.products[productOf(report) ?? 'unknown'] ?? data.products.unknown ?? 'AKS';
  const about = UNTOLD.has(report.component) ? '' : `${report.component.replaceAll('_', ' ')}: `;
  const symptom = symptomOf(messages) ?? cleanLine(report.headline);
  return shortened(`[${product}] ${about}${symptom}`, TITLE_LENGTH_MAX);
}

const GREETING =
  /^(?:(?:hi|hello|hey|(?:good )?(?:morning|afternoon|evening|day)|dear|hallo|guten \w{3,6}|moin|thanks|please help|urgent|all|team|everyone|everybody|there|folks|guys|together|zusammen|leute)\b[\s,.!:]*)+/i;
const ERROR_LINE =
  /\b(?:error|failed|failure|exception|x509|timeout|timed out|refused|unable|cannot|denied|expired|not ready|notready|crashloopbackoff|outofcapacity)\b/i;
/** Tables, rulers, prompts, typed commands and the headings of issue templates say nothing of the symptom. */
const NO_SYMPTOM =
  /\s{3,}|^\W*$|^[-+|=]|^(?:\[[\w.-]+\]: )?PS [A-Z]:|^[$>#] |^(?:kubectl|az|get-\w+|helm) |^(?:describe the bug|to reproduce|expected behaviou?r|environment|additional context|screenshots|steps to reproduce)\b.{0,60}$/i;

/** The first line that names a failure, else the first real sentence. */
function symptomOf(messages: readonly string[]): string | undefined {
  const lines = messages
    .flatMap((message) => message.split('\n'))
    .map((line) => line.replace(/^[`>*\s]+|[`*\s]+$/g, ''))
    .filter((line) => line.length > 12 && !NO_SYMPTOM.test(line))
    .map(cleanLine);
  const line = lines.find((one) => ERROR_LINE.test(one)) ?? lines.find((one) => one.split(' ').length > 2);
  if (!line) return undefined;
  const sentence = line.replace(GREETING, '');
  return shortened(sentence === '' ? line : sentence, SYMPTOM_LENGTH_MAX);
}

/** The ARM id of the cluster, where one was pasted. */
function resourceIn(words: string): string | null {
  const id =
    /\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/[^/\s"']{1,90}\/providers\/Microsoft\.(?:Kubernetes\/connectedClusters|HybridContainerService\/provisionedClusters)\/[\w-]{1,63}/i.exec(
      words,
    );
  return id?.[0] ?? null;
}

function subscriptionIn(words: string): string | null {
  const guid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
  const said = new RegExp(
    String.raw`(?:/subscriptions/|subscription(?:[-_ ]?id)?["']?[\s:=]{1,5}["']?)(${guid})`,
    'i',
  ).exec(words);
  return said?.[1]?.toLowerCase() ?? null;
}
