/**
 * The request body of SupportTickets_Create, Microsoft.Support 2026-07-01: property names, types, enums and required fields as
 * published in azure-rest-api-specs (specification/support/…/stable/2026-07-01/support.json). Read-only properties are left out,
 * so sending one is a fault.
 */
const string = { type: 'string' } as const;
const armService = { type: 'string', pattern: '^/providers/Microsoft\\.Support/services/[0-9a-f-]{36}$' } as const;

export const SUPPORT_TICKET = {
  type: 'object',
  required: ['properties'],
  additionalProperties: false,
  properties: {
    properties: {
      type: 'object',
      additionalProperties: false,
      required: [
        'description',
        'problemClassificationId',
        'severity',
        'advancedDiagnosticConsent',
        'contactDetails',
        'title',
        'serviceId',
      ],
      properties: {
        supportTicketId: string,
        description: { type: 'string', minLength: 1 },
        problemClassificationId: {
          type: 'string',
          pattern: '^/providers/Microsoft\\.Support/services/[0-9a-f-]{36}/problemClassifications/[0-9a-f-]{36}$',
        },
        severity: { enum: ['minimal', 'moderate', 'critical', 'highestcriticalimpact'] },
        enrollmentId: string,
        require24X7Response: { type: 'boolean' },
        advancedDiagnosticConsent: { enum: ['Yes', 'No'] },
        problemScopingQuestions: string,
        supportPlanId: string,
        contactDetails: {
          type: 'object',
          additionalProperties: false,
          required: [
            'firstName',
            'lastName',
            'preferredContactMethod',
            'primaryEmailAddress',
            'preferredTimeZone',
            'country',
            'preferredSupportLanguage',
          ],
          properties: {
            firstName: string,
            lastName: string,
            preferredContactMethod: { enum: ['email', 'phone'] },
            primaryEmailAddress: { type: 'string', format: 'email' },
            additionalEmailAddresses: { type: 'array', items: string },
            phoneNumber: string,
            preferredTimeZone: string,
            country: { type: 'string', pattern: '^[A-Z]{3}$' },
            preferredSupportLanguage: {
              enum: [
                'en-us',
                'zh-hans',
                'es-es',
                'fr-fr',
                'ja-jp',
                'ko-kr',
                'ru-ru',
                'pt-br',
                'it-it',
                'zh-tw',
                'de-de',
              ],
            },
          },
        },
        title: { type: 'string', minLength: 1 },
        problemStartTime: { type: 'string', format: 'date-time' },
        serviceId: armService,
        fileWorkspaceName: { type: 'string', pattern: '^[0-9a-zA-Z_\\-. ]+$' },
        technicalTicketDetails: { type: 'object', additionalProperties: false, properties: { resourceId: string } },
        secondaryConsent: {
          type: 'array',
          items: { type: 'object', properties: { userConsent: { enum: ['Yes', 'No'] }, type: string } },
        },
        communityForumPost: string,
      },
    },
  },
} as const;
