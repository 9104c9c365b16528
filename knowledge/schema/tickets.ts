/** Ticket data: tickets.yaml (services, classifications, log collectors, field rules). */
import { z } from 'zod';

export const TicketData = z.strictObject({ why: z.string() });
export type TicketData = z.infer<typeof TicketData>;
