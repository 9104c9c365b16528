/** Advises a severity from the words and the verdict. Advice: the person decides. */
import type { TicketData } from '../../knowledge/schema.ts';
import type { TriageRecord } from '../model/record.ts';
import type { Severity } from '../model/ticket.ts';

type Advice = { severity: Severity; why: string };

export function adviseSeverity(
  { messages, report }: Pick<TriageRecord, 'messages' | 'report'>,
  data: TicketData,
): Advice {
  if (report.scopeLimit === 'business_hours') {
    return {
      severity: 'minimal',
      why: 'Previews are helped with in business hours only, so nothing above C is answered faster.',
    };
  }
  const text = messages.join('\n').toLowerCase();
  for (const { severity, any, why } of data.severities) {
    const words = any.find((entry) => says(text, entry));
    if (words === undefined) continue;
    const commits =
      severity === 'critical'
        ? ' A commits you to be reachable around the clock, needs a phone number and English, and Microsoft may lower it.'
        : '';
    return { severity, why: `${why} (“${words.replaceAll(' + ', '” and “')}”)${commits}` };
  }
  const { allNodesDeallocated, systemHealthy, nodesNotReady } = report.facts;
  const impaired =
    systemHealthy?.value === false || (nodesNotReady?.value ?? 0) > 0 || allNodesDeallocated?.value === true;
  if (report.scope === 'best_effort')
    return { severity: 'minimal', why: 'Best effort has no promised answer time, so C says what to expect.' };
  if (impaired)
    return {
      severity: 'moderate',
      why: 'Part of the cluster does not work; nothing was said of the business standing still.',
    };
  return { severity: 'minimal', why: 'Nothing was said of an impact on the business. Raise it if production suffers.' };
}

/** Parts of one entry stand in one sentence: this many characters from the first to the last. */
const TOGETHER_MAX = 80;
const DENIED = /\b(?:no|not|non|kein|keine|without|never)[ -]$/i;

/** Whether an entry stands in the text as whole words and not denied; parts (`a + b`) in any order, close together. */
export function says(text: string, entry: string): boolean {
  const [first = [], ...others] = entry.split(' + ').map((part) => placesOf(text, part));
  return first.some((at) => others.every((places) => places.some((place) => Math.abs(place - at) <= TOGETHER_MAX)));
}

function placesOf(text: string, part: string): number[] {
  const words = new RegExp(`(?<![\\p{L}\\d])${part.replace(/[.+*?()]/g, '\\$&')}(?![\\p{L}\\d])`, 'giu');
  return [...text.matchAll(words)]
    .map(({ index }) => index)
    .filter((at) => !DENIED.test(text.slice(Math.max(0, at - 9), at)));
}
