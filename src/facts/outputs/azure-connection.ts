/**
 * `Get-AksHciBillingStatus` and `Get-AzureStackHCI`: whether Azure is reached and when it last was. No stored page shows
 * the exact form, so any list with a connection or last-contact key is read.
 */
import type { Document, Line } from '../document.ts';
import { type Found, type Output, pasted } from '../found.ts';
import { consoleDay, type DateOrder, dateOrder } from './console-day.ts';
import { objectsIn, type Property, valueEnd } from './properties.ts';

const STATE_KEY =
  /^(?:connectionstatus|connectivitystatus|azureconnection|azureconnectionstatus|connectedtoazure|arcconnectionstatus|connectionstate)$/;
const LAST_KEY = /^(?:last\w*(?:connect|sync|contact|communicat|seen|heartbeat)\w*|lastconnected)$/;

/** A program prints a date and perhaps a time; a person goes on in words, and orders day and month as at home. */
const BY_PERSON = /^\d{1,2}\/\d{1,2}\/20\d\d\b(?!\s*,?\s*\d{1,2}:\d\d)\s*\S/;
const isPersons = (p: Property): boolean => BY_PERSON.test(p.value);

export function connectedOf(value: string): boolean | undefined {
  if (/^(?:not\s?connected|disconnected|offline|expired|never\w*|outofpolicy|false|no)\b/i.test(value)) return false;
  return /^(?:connected|online|true|yes|inpolicy)\b/i.test(value) ? true : undefined;
}

function factsOf(property: Property, today: string, order: DateOrder): Found[] {
  const { key, value, line } = property;
  if (STATE_KEY.test(key)) {
    const connected = connectedOf(value);
    return connected === undefined ? [] : [pasted('azureConnected', connected, line)];
  }
  const day = LAST_KEY.test(key) ? consoleDay(value, today, order) : undefined;
  return day ? [pasted('lastAzureSync', day, line)] : [];
}

/** A date, though perhaps not which, or one in which a scan took digits for letters. */
const DATED = /^\d{1,2}\/\d{1,2}\/20\d\d|^(?=[\d/.-]{1,9}[lIO])[\dlIO]{1,4}[-/.][\dlIO]{1,2}[-/.][\dlIO]{2,4}/;
const isDated = (p: Property): boolean => DATED.test(p.value) && !isPersons(p);

export function azureConnection(doc: Document, lines: readonly Line[]): Output[] {
  const order = dateOrder(doc.low);
  const read = (p: Property): Found[] => factsOf(p, doc.today, order);
  return objectsIn(lines)
    .filter(
      (o) => o.some((p) => STATE_KEY.test(p.key) || LAST_KEY.test(p.key)) && !o.some((p) => p.value.endsWith(',')),
    )
    .flatMap((o) => {
      const isBilling = o.some((p) => /billing|clusterstatus|policy/.test(`${p.key} ${p.value.toLowerCase()}`));
      const kind = isBilling ? 'billing-status' : 'host-registration';
      // Line by line: a form that somebody filled in has other lines for the readers of prose.
      return o
        .filter(
          (p) =>
            (STATE_KEY.test(p.key) && connectedOf(p.value) !== undefined) ||
            (LAST_KEY.test(p.key) && (p.cut || isDated(p) || (!isPersons(p) && read(p).length > 0))),
        )
        .map((p) => ({ kind, start: p.line.start, end: valueEnd(p), found: read(p) }));
    });
}
