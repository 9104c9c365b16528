/** Reads knowledge/tickets.yaml; a broken file stops the start with file, line and reason. */
import { readYaml } from '../../knowledge/load.ts';
import { TicketData } from '../../knowledge/schema.ts';

export const ticketData = (): TicketData => readYaml('tickets.yaml', TicketData);
