/** Days as consoles print them. */
import { dayOf } from '../calendar.ts';

/** How the console orders a date with slashes, where the message says it: "is that October or November" says that nobody knows. */
export type DateOrder = 'day' | 'month' | 'unknown' | undefined;
const MONTH = '(?:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-z]*';
const DOUBT = new RegExp(
  String.raw`\b${MONTH} (?:or|oder|ou) ${MONTH}\b|\b(?:day|month|tag|monat) (?:or|oder) (?:day|month|tag|monat)\b|\b(?:american|us) or (?:european|british|german)|\b(?:which|what) (?:date )?(?:format|order|notation)\b|\bdd\/mm or mm\/dd|\bmm\/dd or dd\/mm`,
);
const PLACE = '(?:british|european|french|german|italian|spanish|dutch|australian|uk|en-gb|de-de|fr-fr)';
const THING = '(?:console|locale|format|dates?|style|order|notation|server|windows|settings?|language)';
const DAY_FIRST = new RegExp(
  String.raw`\bday (?:comes )?first\b|\bdd[/.]mm|\b${PLACE} (?:date )?${THING}\b|\b${THING} (?:is|are|was) (?:in |set to )?${PLACE}\b`,
);
const MONTH_FIRST =
  /\bmonth (?:comes )?first\b|\bmm[/.]dd|\b(?:us|american|en-us) (?:date )?(?:console|locale|format|dates?|style|order|notation|settings?)\b/;

export function dateOrder(low: string): DateOrder {
  if (DOUBT.test(low)) return 'unknown';
  if (DAY_FIRST.test(low)) return 'day';
  return MONTH_FIRST.test(low) ? 'month' : undefined;
}

/** PowerShell prints US order unless the console is localized; what would lie behind today is in the other order. */
function slashedDay(first: number, second: number, year: number, order: DateOrder, today: string): string | undefined {
  const [month, day] = [dayOf(year, first, second), dayOf(year, second, first)];
  if (month === undefined || day === undefined || month === day) return month ?? day;
  if (order === 'unknown') return undefined;
  const [wanted, other] = order === 'day' ? [day, month] : [month, day];
  return order === undefined && wanted > today ? other : wanted;
}

/** The day in a value that a program printed: slashed, dotted where the console is localized, or ISO where it was formatted. */
export function consoleDay(value: string, today: string, order?: DateOrder): string | undefined {
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(20\d\d)/.exec(value);
  if (slashed) return slashedDay(Number(slashed[1]), Number(slashed[2]), Number(slashed[3]), order, today);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(20\d\d)/.exec(value);
  if (dotted) return dayOf(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  return isoDay(value);
}

export function isoDay(value: string): string | undefined {
  const iso = /^(20\d\d)-(\d\d)-(\d\d)/.exec(value);
  return iso ? dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3])) : undefined;
}
