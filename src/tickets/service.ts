/** Which service of the support catalogue the ticket belongs to, and which logs that service will ask for. */
import type { SupportService, TicketData } from '../../knowledge/schema.ts';
import type { Report } from '../model/report.ts';
import type { Draft } from '../model/ticket.ts';

const LOGS_MAX = 5;

/**
 * The service by product, named because the portal's own default for a connected cluster is another one. A problem of another
 * Microsoft product goes to that product; what is not Microsoft's goes to none.
 */
export function serviceFor(report: Report, data: TicketData): SupportService | undefined {
  const { product, topic } = report.facts;
  const by = (name: string | undefined) =>
    name ? data.services.find((service) => service.for.includes(name)) : undefined;
  if (report.scope === 'not_a_support_request') return undefined;
  if (report.component === 'other_product') {
    const other = by(topic?.value) ?? by(product?.value);
    return other?.for.includes('aks-local') ? undefined : other;
  }
  if (report.scope === 'out_of_scope') return undefined;
  return by(product?.value) ?? by('aks-local');
}

/** The ARM id of a service, as `serviceId` and as the stem of its problem classifications. */
export const serviceArmId = ({ guid }: Pick<SupportService, 'guid'>): string =>
  `/providers/Microsoft.Support/services/${guid}`;

/** The product as said, or as the host tells it where that leaves one only. */
export function productOf({ facts: { product, hostOs } }: Report): string | undefined {
  if (product) return product.value;
  const byHost = { 'windows-server': 'aks-arc-ws', 'azure-local': 'aks-local', 'azure-stack-hci': undefined } as const;
  return hostOs && byHost[hostOs.value];
}

/** What to collect for this product, topic and version; those for the topic first. */
export function logsFor(report: Report, data: TicketData): Draft['logs'] {
  if (report.component === 'other_product' || report.scope === 'not_a_support_request') return [];
  const { topic, azureLocalRelease } = report.facts;
  const product = productOf(report) ?? '';
  const fits = data.logs.filter(({ products, topics, azureLocalFrom }) => {
    if (products.length > 0 && !products.includes(product)) return false;
    if (azureLocalFrom && azureLocalRelease && azureLocalRelease.value < azureLocalFrom) return false;
    return topics.length === 0 || topics.includes(topic?.value ?? '');
  });
  const rank = (topics: readonly string[]) => (topics.length > 0 ? 0 : 1);
  return fits
    .sort((a, b) => rank(a.topics) - rank(b.topics))
    .slice(0, LOGS_MAX)
    .map(({ what, command, note }) => ({ what, command, note }));
}
