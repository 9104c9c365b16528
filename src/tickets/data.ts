/** Reads knowledge/tickets.yaml once; a broken file stops the start with file, line and reason. */
import { readYaml } from '../../knowledge/load.ts';
import { TicketData } from '../../knowledge/schema.ts';

let data: TicketData | undefined;

export const ticketData = (): TicketData => {
  data ??= readYaml('tickets.yaml', TicketData);
  return data;
};
