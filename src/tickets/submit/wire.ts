/** Answers of Microsoft.Support 2026-07-01, leniently: only the fields that are used. */
import { z } from 'zod';

export const ServiceResults = z.object({
  serviceClassificationResults: z
    .array(z.object({ serviceId: z.string().optional(), displayName: z.string().optional() }))
    .default([]),
});

export const ProblemResults = z.object({
  problemClassificationResults: z
    .array(
      z.object({
        problemClassificationId: z.string().optional(),
        title: z.string().optional(),
        description: z.string().optional(),
        serviceId: z.string().optional(),
      }),
    )
    .default([]),
});

export const NameAnswer = z.object({
  nameAvailable: z.boolean(),
  reason: z.string().nullish(),
  message: z.string().nullish(),
});

export const Ticket = z.object({
  name: z.string().optional(),
  properties: z.object({
    supportTicketId: z.string().nullish(),
    title: z.string().nullish(),
    status: z.string().nullish(),
    serviceId: z.string().nullish(),
    serviceDisplayName: z.string().nullish(),
    createdDate: z.string().nullish(),
    serviceLevelAgreement: z
      .object({ expirationTime: z.string().nullish(), slaMinutes: z.number().nullish() })
      .nullish(),
  }),
});
export type Ticket = z.infer<typeof Ticket>;

export const TicketList = z.object({ value: z.array(Ticket).default([]), nextLink: z.string().nullish() });

export const Operation = z.object({
  status: z.string().optional(),
  error: z.object({ code: z.string().nullish(), message: z.string().nullish() }).nullish(),
});

export const ArmError = z.object({ error: z.object({ code: z.string().nullish(), message: z.string().nullish() }) });
