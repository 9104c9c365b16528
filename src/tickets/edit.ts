/** Takes what a person changed on the review card. A bad value is refused with a sentence and changes nothing. */
import type { TicketData } from '../../knowledge/schema.ts';
import { type Contact, type Draft, Severity, type TicketField, ticketFields } from '../model/ticket.ts';
import { redact } from '../text/redact.ts';
import { missingFields, type Problem, problemsOf } from './check.ts';
import { argumentSafe, cleanLine, cleanText } from './clean-text.ts';
import { alpha3, supportLanguage, windowsZone } from './contact.ts';

export type Edited = { draft: Draft; problems: Problem[] };

type Change = { draft?: Partial<Draft>; contact?: Partial<Contact> } | { problem: string };
type Reader = (value: string, data: TicketData, draft: Draft) => Change;

const draftLine =
  (field: 'title' | 'subscriptionId' | 'resourceId' | 'serviceId' | 'problemClassificationId'): Reader =>
  (value) => ({ draft: { [field]: value } });
const contactLine =
  (field: 'firstName' | 'lastName' | 'primaryEmailAddress' | 'phoneNumber'): Reader =>
  (value) => ({ contact: { [field]: value } });

const READERS: Record<TicketField, Reader> = {
  title: draftLine('title'),
  description: (value) => ({ draft: { description: value } }),
  severity: (value) => {
    const severity = SEVERITY_WORDS[value.toLowerCase()] ?? Severity.safeParse(value.toLowerCase()).data;
    return severity
      ? { draft: { severity, severityWhy: 'You chose it.' } }
      : { problem: 'The severity is A (critical), B (moderate) or C (minimal).' };
  },
  subscriptionId: draftLine('subscriptionId'),
  resourceId: draftLine('resourceId'),
  serviceId: (value, data) => {
    const service = data.services.find(({ id, guid, name }) => value === id || value.endsWith(guid) || value === name);
    return service
      ? {
          draft: {
            serviceId: `/providers/Microsoft.Support/services/${service.guid}`,
            serviceName: service.name,
            problemClassificationId: null,
          },
        }
      : { problem: `The service is not known here; choose one of ${data.services.map(({ id }) => id).join(', ')}.` };
  },
  problemClassificationId: draftLine('problemClassificationId'),
  problemStartTime: (value) => {
    const ms = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00Z` : value);
    return Number.isNaN(ms)
      ? { problem: 'The start is written as a time in UTC, like 2026-11-20T07:30:00Z.' }
      : { draft: { problemStartTime: new Date(ms).toISOString().replace('.000', '') } };
  },
  advancedDiagnosticConsent: (value) =>
    /^(?:yes|no)$/i.test(value)
      ? { draft: { advancedDiagnosticConsent: /^yes$/i.test(value) ? 'Yes' : 'No' } }
      : { problem: 'Consent to advanced diagnostics is Yes or No.' },
  require24X7Response: (value) => ({ draft: { require24X7Response: /^(?:yes|true|on|1)$/i.test(value) } }),
  firstName: contactLine('firstName'),
  lastName: contactLine('lastName'),
  primaryEmailAddress: contactLine('primaryEmailAddress'),
  preferredContactMethod: (value) =>
    /^(?:email|mail|phone)$/i.test(value)
      ? { contact: { preferredContactMethod: /^phone$/i.test(value) ? 'phone' : 'email' } }
      : { problem: 'You are contacted by email or phone.' },
  phoneNumber: contactLine('phoneNumber'),
  preferredTimeZone: (value, data) => {
    const zone = windowsZone(value, data.zones);
    return zone
      ? { contact: { preferredTimeZone: zone } }
      : { problem: 'That time zone is not known: write it like Europe/Berlin or W. Europe Standard Time.' };
  },
  country: (value) => {
    const country = alpha3(value);
    return country
      ? { contact: { country } }
      : { problem: 'That country is not known: write it with two or three letters, like DE or DEU.' };
  },
  preferredSupportLanguage: (value, data) => ({
    contact: { preferredSupportLanguage: supportLanguage(value, data.languages) },
  }),
};

const SEVERITY_WORDS: Record<string, Severity> = { a: 'critical', b: 'moderate', c: 'minimal' };
/** Fields that may be emptied again; an empty input elsewhere means "not touched". */
const CLEARABLE: ReadonlySet<string> = new Set<TicketField>(['resourceId', 'problemStartTime', 'phoneNumber']);

/**
 * The draft with the changes, and what is wrong with it now. `-` empties a field. A created ticket changes no more: what is
 * with Microsoft is edited there.
 */
export function editDraft(
  draft: Draft,
  values: Readonly<Record<string, string>>,
  { data, now }: { data: TicketData; now: Date },
): Edited {
  if (draft.state === 'created' || draft.state === 'creating') {
    return {
      draft,
      problems: [{ field: 'title', text: 'The ticket is on its way or made already; change it in the Azure portal.' }],
    };
  }
  let next = draft;
  const changed = new Set(draft.edited);
  const problems: Problem[] = [];
  for (const [name, raw] of Object.entries(values)) {
    if (!Object.hasOwn(READERS, name)) continue;
    const field = name as TicketField;
    const masked = redact(String(raw), 'private').text;
    const value = argumentSafe(field === 'description' ? cleanText(masked) : cleanLine(masked));
    if (value === '') continue;
    if (value === '-' && CLEARABLE.has(field)) {
      changed.add(field);
      next =
        field === 'phoneNumber'
          ? { ...next, contact: { ...next.contact, phoneNumber: null } }
          : { ...next, [field]: null };
      continue;
    }
    const change = READERS[field](value, data, next);
    if ('problem' in change) problems.push({ field, text: change.problem });
    else {
      next = { ...next, ...change.draft, contact: { ...next.contact, ...change.contact } };
      changed.add(field);
    }
  }
  const touched = changed.size > 0 ? { edited: [...changed] } : {};
  const edited = { ...next, ...touched, updatedAt: now.toISOString(), state: 'draft' as const };
  return {
    draft: { ...edited, missing: missingFields(edited) },
    problems: [...problems, ...problemsOf(edited, data)],
  };
}

/**
 * A draft made anew after the triage went on, with everything that a person had changed in the kept one. The service follows
 * the new verdict unless it was chosen by hand; a problem type is kept only with its service.
 */
export function redrafted(fresh: Draft, kept: Draft): Draft {
  const changed = new Set(kept.edited);
  const own = ticketFields.filter((field) => changed.has(field));
  const fields = own.filter((field): field is TicketField & keyof Draft => field in fresh);
  const contact = own.filter((field): field is TicketField & keyof Contact => !(field in fresh));
  const draft: Draft = {
    ...fresh,
    ...picked(kept, fields),
    ...(changed.has('severity') ? { severityWhy: kept.severityWhy } : {}),
    ...(changed.has('serviceId') ? { serviceName: kept.serviceName, problemType: kept.problemType } : {}),
    contact: { ...fresh.contact, ...kept.contact, ...picked(kept.contact, contact) },
    ...(kept.edited ? { edited: kept.edited } : {}),
  };
  const type = draft.problemClassificationId?.toLowerCase().startsWith(`${draft.serviceId?.toLowerCase()}/`)
    ? draft.problemClassificationId
    : null;
  const whole = { ...draft, problemClassificationId: type };
  return { ...whole, missing: missingFields(whole) };
}

const picked = <T extends object>(from: T, names: readonly (keyof T)[]): Partial<T> =>
  Object.fromEntries(names.map((name) => [name, from[name]])) as Partial<T>;
