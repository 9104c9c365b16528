/** What is still empty in a draft, and what the service would refuse. Checked before anything is offered to be sent. */
import type { TicketData } from '../../knowledge/schema.ts';
import type { Draft, TicketField } from '../model/ticket.ts';

export const TITLE_LENGTH_MAX = 250;
export const DESCRIPTION_LENGTH_MAX = 9_500;

const URGENT = ['critical', 'highestcriticalimpact'];
const CLASSIFICATION =
  /^\/providers\/Microsoft\.Support\/services\/[0-9a-f-]{36}\/problemClassifications\/[0-9a-f-]{36}$/i;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A field and one sentence that says what to do about it. */
export type Problem = { field: TicketField; text: string };

/** Fields that the API and the command lines need and that are still empty. */
export function missingFields(draft: Omit<Draft, 'missing'>): TicketField[] {
  const { contact } = draft;
  const empty: [TicketField, unknown][] = [
    ['title', draft.title],
    ['description', draft.description],
    ['subscriptionId', draft.subscriptionId],
    ['serviceId', draft.serviceId],
    ['problemClassificationId', draft.problemClassificationId],
    ['advancedDiagnosticConsent', draft.advancedDiagnosticConsent],
    ['firstName', contact.firstName],
    ['lastName', contact.lastName],
    ['primaryEmailAddress', contact.primaryEmailAddress],
    ['preferredContactMethod', contact.preferredContactMethod],
    ['preferredTimeZone', contact.preferredTimeZone],
    ['country', contact.country],
    ['preferredSupportLanguage', contact.preferredSupportLanguage],
  ];
  if (needsPhone(draft)) empty.push(['phoneNumber', contact.phoneNumber]);
  return empty.filter(([, value]) => value === null || value === undefined || value === '').map(([field]) => field);
}

const needsPhone = ({ severity, contact }: Pick<Draft, 'severity' | 'contact'>): boolean =>
  URGENT.includes(severity) || contact.preferredContactMethod === 'phone';

/** Whatever the service is known to refuse: the triple of severity, language and phone, and malformed values. */
export function problemsOf(draft: Omit<Draft, 'missing'>, data: Pick<TicketData, 'languages'>): Problem[] {
  const problems: Problem[] = [];
  const { contact, severity } = draft;
  const urgent = URGENT.includes(severity);
  const language = contact.preferredSupportLanguage;
  if (urgent && language && language !== 'en-us') {
    problems.push({
      field: 'preferredSupportLanguage',
      text: `Severity A is answered in English only: set the language to en-us, or choose severity B to keep ${language}.`,
    });
  }
  if (draft.require24X7Response && severity === 'minimal') {
    problems.push({
      field: 'require24X7Response',
      text: 'Answers around the clock are not given for severity C: switch them off, or choose B or A.',
    });
  }
  if (draft.require24X7Response && !urgent && language && language !== 'en-us') {
    problems.push({
      field: 'preferredSupportLanguage',
      text: 'Answers around the clock are given in English: set the language to en-us, or switch them off.',
    });
  }
  if (needsPhone(draft) && contact.phoneNumber && !/^\+?[\d ()./-]{6,30}$/.test(contact.phoneNumber)) {
    problems.push({
      field: 'phoneNumber',
      text: 'The phone number is not one: write it with the country code, like +49 89 1234567.',
    });
  }
  if (language && !data.languages.includes(language)) {
    problems.push({
      field: 'preferredSupportLanguage',
      text: `Support does not answer in ${language}; choose one of ${data.languages.join(', ')}.`,
    });
  }
  if (contact.primaryEmailAddress && !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(contact.primaryEmailAddress)) {
    problems.push({ field: 'primaryEmailAddress', text: 'The mail address is not complete.' });
  }
  if (contact.country && !/^[A-Z]{3}$/.test(contact.country)) {
    problems.push({ field: 'country', text: 'The country is written with three letters, like DEU or USA.' });
  }
  if (draft.subscriptionId && !GUID.test(draft.subscriptionId)) {
    problems.push({
      field: 'subscriptionId',
      text: 'A subscription id has the form 00000000-0000-0000-0000-000000000000.',
    });
  }
  if (draft.problemClassificationId && !belongs(draft.problemClassificationId, draft.serviceId)) {
    problems.push({
      field: 'problemClassificationId',
      text: 'The problem type must be the full id of one that belongs to the chosen service.',
    });
  }
  const owner = /^\/subscriptions\/([^/]+)\//i.exec(draft.resourceId ?? '')?.[1];
  if (owner && draft.subscriptionId && owner.toLowerCase() !== draft.subscriptionId.toLowerCase()) {
    problems.push({
      field: 'resourceId',
      text: 'The cluster lies in another subscription than the ticket: use the subscription of the cluster.',
    });
  }
  if (draft.problemStartTime && Number.isNaN(Date.parse(draft.problemStartTime))) {
    problems.push({
      field: 'problemStartTime',
      text: 'The start is written as a time in UTC, like 2026-11-20T07:30:00Z.',
    });
  }
  if (draft.title.length > TITLE_LENGTH_MAX)
    problems.push({ field: 'title', text: `The title has more than ${TITLE_LENGTH_MAX} characters.` });
  if (draft.description.length > DESCRIPTION_LENGTH_MAX) {
    problems.push({
      field: 'description',
      text: `The description has more than ${DESCRIPTION_LENGTH_MAX} characters; put the rest into an attachment.`,
    });
  }
  return problems;
}

const belongs = (classification: string, service: string | null): boolean =>
  CLASSIFICATION.test(classification) &&
  (service === null || classification.toLowerCase().startsWith(`${service.toLowerCase()}/`));
