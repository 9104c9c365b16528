/** When the problem began, where the words say it with "since" or "seit". */

const DAY_MS = 86_400_000;
const WEEKDAYS = [
  ['sunday', 'sonntag'],
  ['monday', 'montag'],
  ['tuesday', 'dienstag'],
  ['wednesday', 'mittwoch'],
  ['thursday', 'donnerstag'],
  ['friday', 'freitag'],
  ['saturday', 'samstag'],
] as const;

const SINCE = String.raw`(?:since|seit|started(?: on| at)?|began(?: on)?|happened(?: on)?)\s{1,3}(?:the |dem |last |letzten )?`;

/** ISO 8601 in UTC, or null where nothing certain was said. `today` is the day of the words, `YYYY-MM-DD`. */
export function startTime(words: string, today: string): string | null {
  const at = (ms: number): string => new Date(ms).toISOString().replace('.000', '');
  const now = Date.parse(`${today}T00:00:00Z`);
  if (Number.isNaN(now)) return null;
  const stamp = new RegExp(
    String.raw`${SINCE}(\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,9})?Z)?)`,
    'i',
  ).exec(words)?.[1];
  if (stamp) {
    const ms = Date.parse(stamp.length === 10 ? `${stamp}T00:00:00Z` : stamp);
    return Number.isNaN(ms) || ms > now + DAY_MS ? null : at(ms);
  }
  const ago = /(?:since|for|seit)\s{1,3}(?:about |around |the last |etwa )?(\d{1,2}) (?:days|tagen)\b/i.exec(
    words,
  )?.[1];
  if (ago) return at(now - Number(ago) * DAY_MS);
  const word = new RegExp(`${SINCE}([\\p{L}]{3,12})`, 'iu').exec(words)?.[1]?.toLowerCase();
  if (!word) return null;
  if (/^(?:today|this|heute|morning)$/.test(word)) return at(now);
  if (/^(?:yesterday|gestern|night|evening)$/.test(word)) return at(now - DAY_MS);
  const weekday = WEEKDAYS.findIndex((names) => names.some((name) => name === word));
  if (weekday < 0) return null;
  const back = (new Date(now).getUTCDay() - weekday + 7) % 7;
  return at(now - (back === 0 ? 7 : back) * DAY_MS);
}
