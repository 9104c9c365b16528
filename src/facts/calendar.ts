/** Calendar days as `YYYY-MM-DD` strings, UTC; arithmetic by whole days. */
const DAY_MS = 86_400_000;

const toMs = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const toDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((toMs(to) - toMs(from)) / DAY_MS);
export const addDays = (day: string, days: number): string => toDay(toMs(day) + days * DAY_MS);
/** Days compare as strings. */
export const earlier = (a: string, b: string): string => [a, b].sort()[0] ?? a;
/** Monday is 1, Sunday 7. */
export const weekday = (day: string): number => new Date(toMs(day)).getUTCDay() || 7;
export const yearOf = (day: string): number => Number(day.slice(0, 4));
export const monthOf = (day: string): number => Number(day.slice(5, 7));

const two = (n: number): string => String(n).padStart(2, '0');

/** `undefined` where there is no such day (31 September). */
export function dayOf(year: number, month: number, date: number): string | undefined {
  if (year < 1990 || year > 2099 || month < 1 || month > 12 || date < 1 || date > 31) return undefined;
  const day = `${year}-${two(month)}-${two(date)}`;
  return toDay(Date.UTC(year, month - 1, date)) === day ? day : undefined;
}

export const lastOfMonth = (year: number, month: number): string => toDay(Date.UTC(year, month, 0));

/** The year in which this month and day last came round, seen from today. */
export function latestYear(month: number, date: number, today: string): number {
  const year = yearOf(today);
  return `${two(month)}-${two(date)}` > today.slice(5) ? year - 1 : year;
}

const MONTHS: readonly string[] = [
  'january|januar|janvier|jaenner|janner|enero|gennaio|januari|janeiro|jan',
  'february|februar|fevrier|febrero|febbraio|februari|fevereiro|feb',
  'march|maerz|marz|mars|marzo|maart|marco|mar',
  'april|avril|abril|aprile|apr',
  'may|mai|mayo|maggio|mei|maio',
  'june|juni|juin|junio|giugno|junho|jun',
  'july|juli|juillet|julio|luglio|julho|jul',
  'august|aout|agosto|augustus|aug',
  'september|septembre|septiembre|settembre|setembro|sept|sep',
  'october|oktober|octobre|octubre|ottobre|outubro|okt|oct',
  'november|novembre|noviembre|novembro|nov',
  'december|dezember|decembre|diciembre|dicembre|dezembro|dez|dec',
];
/** Alternatives of all month names, folded (no accents, lower case). */
export const MONTH_NAMES = MONTHS.join('|');
const monthNumbers = new Map(MONTHS.flatMap((names, i) => names.split('|').map((name) => [name, i + 1] as const)));
export const monthNumber = (name: string): number => monthNumbers.get(name) ?? 0;

const WEEKDAYS: readonly string[] = [
  'monday|montag|lundi|lunes|lunedi|maandag|mon',
  'tuesday|dienstag|mardi|martes|martedi|dinsdag|tues|tue',
  'wednesday|mittwoch|mercredi|miercoles|mercoledi|woensdag|wed',
  'thursday|donnerstag|jeudi|jueves|giovedi|donderdag|thurs|thur|thu',
  'friday|freitag|vendredi|viernes|venerdi|vrijdag|fri',
  'saturday|samstag|sonnabend|samedi|sabado|sabato|zaterdag|sat',
  'sunday|sonntag|dimanche|domingo|domenica|zondag|sun',
];
const weekdayNumbers = new Map(WEEKDAYS.flatMap((names, i) => names.split('|').map((name) => [name, i + 1] as const)));
export const weekdayNumber = (name: string): number => weekdayNumbers.get(name) ?? 0;
/** Full names stand alone; short ones ("sat", "sun") are words of their own and need a lead. */
export const WEEKDAY_NAMES = WEEKDAYS.flatMap((names) =>
  names.split('|').filter((n) => n.length > 5 || ['lundi', 'lunes', 'mardi', 'jeudi'].includes(n)),
).join('|');
export const WEEKDAY_SHORT = 'mon|tues|tue|wed|thurs|thur|thu|fri|sat|sun';
