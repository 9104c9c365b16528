/**
 * The portal: works with every plan. Two shapes of link open the form half filled; neither is a documented contract, so the
 * plain steps stand beside them. No shape carries the description, which is copied.
 */
import type { TicketData } from '../../../knowledge/schema.ts';
import type { Draft, Exit } from '../../model/ticket.ts';
import { shortened } from '../clean-text.ts';

/** Addresses stay below what mail programs, chats and proxies carry. */
export const PORTAL_URL_LENGTH_MAX = 2_000;
const SUMMARY_LENGTHS = [250, 160, 100, 60, 20] as const;
/** The form's own numbers: A is 1. */
const PORTAL_SEVERITY: Record<Draft['severity'], string> = {
  minimal: '3',
  moderate: '2',
  critical: '1',
  highestcriticalimpact: '1',
};

const lastPart = (id: string | null): string | undefined => id?.split('/').at(-1);

/** `key/value` pairs in the path, as the newer form takes them. */
export function bladeUrl(draft: Draft, { portal }: TicketData): string {
  for (const length of SUMMARY_LENGTHS) {
    const pairs: [string, string | null | undefined][] = [
      ['issueType', 'technical'],
      ['subscriptionId', draft.subscriptionId],
      ['productId', lastPart(draft.serviceId)],
      ['topicId', lastPart(draft.problemClassificationId)],
      ['assetId', draft.resourceId],
      ['summary', shortened(draft.title, length)],
    ];
    const url = portal.blade + pairs.flatMap(([key, value]) => (value ? [key, encoded(value)] : [])).join('/');
    if (url.length <= PORTAL_URL_LENGTH_MAX) return url;
  }
  return portal.plain;
}

/** The older form: one JSON object. */
export function createUrl(draft: Draft, { portal }: TicketData): string {
  const parameters = {
    ...(draft.subscriptionId ? { subId: draft.subscriptionId } : {}),
    ...(draft.serviceId ? { pesId: lastPart(draft.serviceId) } : {}),
    ...(draft.problemClassificationId ? { supportTopicId: lastPart(draft.problemClassificationId) } : {}),
    severity: PORTAL_SEVERITY[draft.severity],
  };
  return portal.create + encoded(JSON.stringify(parameters));
}

/** Also what `encodeURIComponent` leaves: a bracket ends a link in Markdown and in chats. */
const encoded = (value: string): string =>
  encodeURIComponent(value).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

export function portalExit(draft: Draft, data: TicketData, why: string): Exit {
  return {
    kind: 'portal',
    title: 'Azure portal',
    why,
    content: draft.description,
    url: bladeUrl(draft, data),
    twin: createUrl(draft, data),
    steps: [
      'Open the link and sign in to the subscription of the cluster. If the form opens empty, use the second link, or Help, then Support + Troubleshooting.',
      `Service: ${draft.serviceName ?? 'the one of your product'}. If it is not offered, choose “None of the above” and type “Kubernetes”.`,
      `Issue type Technical; summary: ${draft.title}`,
      `Problem type: ${draft.problemType ?? 'the entry that names your symptom'}.`,
      'Paste the description from here; the link cannot carry it.',
      `Severity ${data.severityNames[draft.severity]}: ${draft.severityWhy}`,
      'Decide on the advanced diagnostics, check the contact, attach the logs, then Create.',
    ],
  };
}
