/** Sentences that several ways out share. */
import { type Draft, TICKET_FIELDS, type TicketField } from '../../model/ticket.ts';

const CONSENT =
  'Consent to advanced diagnostics takes effect only where the ticket is made in the portal; Microsoft asks again otherwise.';

/** What is still to be filled in, as one step. */
export function missingStep(draft: Draft): string[] {
  if (draft.missing.length === 0) return [];
  const names = draft.missing.map((field) => TICKET_FIELDS[field as TicketField] ?? field);
  return [`Fill in what is still empty: ${names.join(', ')}.`];
}

/** How to find the problem type, which only the live list knows. */
export function classificationStep(draft: Draft, command: 'az' | 'powershell'): string[] {
  if (draft.problemClassificationId || !draft.serviceId) return [];
  const guid = draft.serviceId.split('/').at(-1) ?? '';
  return [
    command === 'az'
      ? `Choose a problem type from: az support services problem-classifications list --service-name ${guid} --query "[].{type:displayName,id:id}" --output table`
      : `Choose a problem type from: Get-AzSupportProblemClassification -ServiceName ${guid} | Format-Table DisplayName, Id`,
  ];
}

export function consentStep({ advancedDiagnosticConsent: consent }: Draft): string[] {
  if (consent === null)
    return ['Consent to advanced diagnostics stands as No until you decide; write Yes if you give it.'];
  return consent === 'Yes' ? [CONSENT] : [];
}
