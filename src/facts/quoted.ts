/**
 * Old mail quoted below a new message: it told of what was then. A quotation is old where its own header carries a day
 * long past, or where the writer calls it so.
 */
import type { Line, Span } from './document.ts';
import { timesIn } from './times.ts';

/** A quoted thread this old tells of another time; a forwarded report of last week is today's problem. */
const OLD_DAYS = 60;
/** Lines at the head of a quotation in which its day may stand. */
const HEADER_LINES = 5;
const HEADER =
  /original message|ursprungliche nachricht|message d'origine|mensaje original|\bwrote:|\bschrieb\b.*:|\ba ecrit\b|\bescribio\b|^[>\s]*(?:from|von|de|sent|gesendet|date|datum|envoye|fecha)\s?:/;
const CALLED_OLD =
  /\b(?:old|previous|former|last year'?s|closed|earlier) (?:ticket|mail|case|message|thread|incident|request|story)\b[^.;\n]{0,40}\b(?:below|quoted|underneath|attached)|\b(?:below|quoted)\b[^.;\n]{0,40}\b(?:is|was) (?:an? |the )?(?:old|closed|other|previous)|\b(?:don'?t|do not|please not) mix\b[^.;\n]{0,40}\b(?:below|quoted|old)|\bignore (?:the )?(?:quoted|everything below|what is below|the (?:old )?(?:mail|thread) below)/;

const isQuotedLine = (line: Line): boolean => /^\s{0,3}>/.test(line.raw);

/** Spans of quotations that tell of another time. */
export function oldQuotes(lines: readonly Line[], today: string): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < lines.length; i++) {
    const first = lines[i] as Line;
    const isBlock = isQuotedLine(first);
    const isHeaded = !isBlock && /^\s*-{2,}.*-{2,}\s*$/.test(first.raw) && HEADER.test(first.low);
    if (!isBlock && !isHeaded) continue;
    let end = i;
    while (end + 1 < lines.length && (isHeaded || isQuotedLine(lines[end + 1] as Line))) end++;
    const block = lines.slice(i, end + 1);
    if (isOld(lines.slice(0, i), block, today)) spans.push({ start: first.start, end: (block.at(-1) as Line).end });
    i = end;
  }
  return spans;
}

function isOld(before: readonly Line[], block: readonly Line[], today: string): boolean {
  if (before.some((line) => CALLED_OLD.test(line.low))) return true;
  const header = [...before.slice(-2), ...block.slice(0, HEADER_LINES)].filter((line) => HEADER.test(line.low));
  return header.some((line) => timesIn(line.low, today).some((t) => t.kind === 'point' && (t.days ?? 0) > OLD_DAYS));
}
