/** The fields of a draft under their one name each, ready for a command line; what is empty is a word in angle brackets. */
import { type Draft, TICKET_FIELDS, type TicketField } from '../../model/ticket.ts';

export type Argument = { name: string; value: string };

/** Whoever has not been asked has not consented; a step beside the command says so. */
export const consentOf = (draft: Pick<Draft, 'advancedDiagnosticConsent'>): 'Yes' | 'No' =>
  draft.advancedDiagnosticConsent ?? 'No';

/** A stand-in that a person sees at once and that the service refuses. */
export const placeholder = (field: TicketField): string => `<${TICKET_FIELDS[field]}>`;

export const isPlaceholder = (value: string): boolean =>
  Object.values(TICKET_FIELDS).some((words) => value === `<${words}>`);

const required = (name: string, value: string | null | undefined, field: TicketField): Argument => ({
  name,
  value: value || placeholder(field),
});

const optional = (name: string, value: string | null | undefined): Argument[] => (value ? [{ name, value }] : []);

/** Arguments of `az support in-subscription tickets create`, required ones first. */
export function azArguments(draft: Draft): Argument[] {
  const { contact } = draft;
  return [
    { name: '--ticket-name', value: draft.ticketName },
    required('--title', draft.title, 'title'),
    required('--description', draft.description, 'description'),
    { name: '--severity', value: draft.severity },
    required('--problem-classification', draft.problemClassificationId, 'problemClassificationId'),
    { name: '--advanced-diagnostic-consent', value: consentOf(draft) },
    required('--contact-first-name', contact.firstName, 'firstName'),
    required('--contact-last-name', contact.lastName, 'lastName'),
    required('--contact-email', contact.primaryEmailAddress, 'primaryEmailAddress'),
    required('--contact-method', contact.preferredContactMethod, 'preferredContactMethod'),
    required('--contact-timezone', contact.preferredTimeZone, 'preferredTimeZone'),
    required('--contact-country', contact.country, 'country'),
    required('--contact-language', contact.preferredSupportLanguage, 'preferredSupportLanguage'),
    ...(draft.missing.includes('phoneNumber')
      ? [{ name: '--contact-phone-number', value: placeholder('phoneNumber') }]
      : []),
    ...optional('--contact-phone-number', contact.phoneNumber),
    ...optional('--technical-resource', draft.resourceId),
    ...optional('--start-time', draft.problemStartTime),
    ...(draft.require24X7Response ? [{ name: '--require-24-by-7-response', value: 'true' }] : []),
    required('--subscription', draft.subscriptionId, 'subscriptionId'),
  ];
}

/** Parameters of `New-AzSupportTicket` (Az.Support 2); a boolean is a switch. */
export function powershellParameters(draft: Draft): (Argument | { name: string; value: true })[] {
  const { contact } = draft;
  return [
    { name: 'Name', value: draft.ticketName },
    required('Title', draft.title, 'title'),
    required('Description', draft.description, 'description'),
    { name: 'Severity', value: draft.severity },
    required('ServiceId', draft.serviceId, 'serviceId'),
    required('ProblemClassificationId', draft.problemClassificationId, 'problemClassificationId'),
    { name: 'AdvancedDiagnosticConsent', value: consentOf(draft) },
    required('ContactDetailFirstName', contact.firstName, 'firstName'),
    required('ContactDetailLastName', contact.lastName, 'lastName'),
    required('ContactDetailPrimaryEmailAddress', contact.primaryEmailAddress, 'primaryEmailAddress'),
    required('ContactDetailPreferredContactMethod', contact.preferredContactMethod, 'preferredContactMethod'),
    required('ContactDetailPreferredTimeZone', contact.preferredTimeZone, 'preferredTimeZone'),
    required('ContactDetailCountry', contact.country, 'country'),
    required('ContactDetailPreferredSupportLanguage', contact.preferredSupportLanguage, 'preferredSupportLanguage'),
    ...(draft.missing.includes('phoneNumber')
      ? [{ name: 'ContactDetailPhoneNumber', value: placeholder('phoneNumber') }]
      : []),
    ...optional('ContactDetailPhoneNumber', contact.phoneNumber),
    ...optional('TechnicalTicketDetailResourceId', draft.resourceId),
    ...optional('ProblemStartTime', draft.problemStartTime),
    ...(draft.require24X7Response ? [{ name: 'Require24X7Response', value: true as const }] : []),
    required('SubscriptionId', draft.subscriptionId, 'subscriptionId'),
  ];
}
