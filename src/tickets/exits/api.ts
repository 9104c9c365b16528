/** The body that creates the ticket over the Azure Support API. */
import type { TicketData } from '../../../knowledge/schema.ts';
import type { Draft, Exit } from '../../model/ticket.ts';
import { consentOf, placeholder } from './arguments.ts';
import { consentStep, missingStep } from './steps.ts';

/** `properties` of SupportTicketDetails; fields the service only answers with are not there. */
export type TicketBody = {
  properties: {
    title: string;
    description: string;
    severity: Draft['severity'];
    serviceId: string;
    problemClassificationId: string;
    advancedDiagnosticConsent: string;
    require24X7Response: boolean;
    problemStartTime?: string;
    technicalTicketDetails?: { resourceId: string };
    communityForumPost?: string;
    fileWorkspaceName?: string;
    contactDetails: {
      firstName: string;
      lastName: string;
      preferredContactMethod: string;
      primaryEmailAddress: string;
      phoneNumber?: string;
      preferredTimeZone: string;
      country: string;
      preferredSupportLanguage: string;
    };
  };
};

export function ticketBody(draft: Draft, options: { fileWorkspaceName?: string } = {}): TicketBody {
  const { contact } = draft;
  const upstream = draft.knownIssues.find(({ url, exact }) => exact && url.startsWith('https://github.com/'));
  return {
    properties: {
      title: draft.title,
      description: draft.description,
      severity: draft.severity,
      serviceId: draft.serviceId ?? placeholder('serviceId'),
      problemClassificationId: draft.problemClassificationId ?? placeholder('problemClassificationId'),
      advancedDiagnosticConsent: consentOf(draft),
      require24X7Response: draft.require24X7Response,
      ...(draft.problemStartTime ? { problemStartTime: draft.problemStartTime } : {}),
      ...(draft.resourceId ? { technicalTicketDetails: { resourceId: draft.resourceId } } : {}),
      // The one field for a link to the public thread about the same problem.
      ...(upstream ? { communityForumPost: upstream.url } : {}),
      ...options,
      contactDetails: {
        firstName: contact.firstName || placeholder('firstName'),
        lastName: contact.lastName || placeholder('lastName'),
        preferredContactMethod: contact.preferredContactMethod ?? 'email',
        primaryEmailAddress: contact.primaryEmailAddress || placeholder('primaryEmailAddress'),
        ...(contact.phoneNumber ? { phoneNumber: contact.phoneNumber } : {}),
        preferredTimeZone: contact.preferredTimeZone || placeholder('preferredTimeZone'),
        country: contact.country || placeholder('country'),
        preferredSupportLanguage: contact.preferredSupportLanguage || placeholder('preferredSupportLanguage'),
      },
    },
  };
}

/** Path of the ticket below the Resource Manager's address. */
export const ticketPath = (draft: Pick<Draft, 'subscriptionId' | 'ticketName'>): string =>
  `/subscriptions/${encodeURIComponent(draft.subscriptionId ?? placeholder('subscriptionId'))}/providers/Microsoft.Support/supportTickets/${encodeURIComponent(draft.ticketName)}`;

export const apiExit = (draft: Draft, data: TicketData, why: string): Exit => ({
  kind: 'api',
  title: 'Azure Support API',
  why,
  content: JSON.stringify(ticketBody(draft), null, 2),
  url: null,
  twin: null,
  steps: [
    `PUT https://management.azure.com${ticketPath(draft)}?api-version=${data.apiVersion} with this body, a token for https://management.azure.com/.default and Content-Type application/json. Sending it twice makes one ticket.`,
    ...missingStep(draft),
    ...consentStep(draft),
  ],
});
