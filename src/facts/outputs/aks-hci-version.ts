/** `Get-AksHciVersion` and `Get-AksHciUpdates`: bare version lines; which is which stands in the command above. */
import type { Document, Line } from '../document.ts';
import { type Output, pasted, WEIGHT } from '../found.ts';
import { matchesOf } from '../matches.ts';

const BARE = /^\s{0,40}(\d{1,2}\.\d{1,2}\.\d{1,3}\.\d{1,5})\s*$/;
const COMMAND = /\b(get-[a-z]*(?:version|updates|release)|update-akshci|get-akshci[a-z]*)\b/;
/** A person tells on the same line what is offered. */
const OFFERED =
  /\bget-akshciupdates\b[^.;\n]{0,40}?(?:1\.\d\.\d{1,2}\.1\d{4}(?:\s*(?:,|and|und|et|y|\/|\+)?\s*)?){1,8}/;
/** "1.2.0.11008 (before: 1.0.23.10605)": the release behind is what was installed earlier. */
const REPLACED =
  /(?<=\b1\.\d\.\d{1,2}\.1\d{4}\s?[(,;/]\s?)(?:it |that )?(?:was |had been )?(?:before|previously|formerly|earlier|was|previous(?:ly)?|vorher|zuvor|davor|frueher|avant|antes|prima|voorheen|daarvoor)\b(?: (?:the|that|this|it|was|update|upgrade|der|dem|das|war|on|release|version)\b){0,4}\s?[:=]?\s?1\.\d\.\d{1,2}\.1\d{4}(?!\d)(?! (?:now|today|jetzt|since))(?: before\b(?: (?:the|that) \w+)?)?/g;
/** Lines under a command that may still be its output. */
const OUTPUT_LINES_MAX = 12;

type Command = { name: string; line: Line; index: number };

export function aksHciVersion(_doc: Document, lines: readonly Line[]): Output[] {
  const outputs: Output[] = [];
  let command: Command | undefined;
  const bare = lines.filter((line) => BARE.test(line.raw));
  lines.forEach((line, index) => {
    const named = COMMAND.exec(line.low);
    if (named?.[1]) command = { name: named[1], line, index };
    const offered = OFFERED.exec(line.low);
    if (offered && !line.low.includes('get-akshciversion'))
      outputs.push({
        kind: 'get-akshciupdates',
        start: line.start + offered.index,
        end: line.start + offered.index + offered[0].length,
        found: [],
      });
    for (const m of /\.1\d{4}/.test(line.low) ? matchesOf(REPLACED, line.low) : []) {
      const start = line.start + m.index;
      outputs.push({ kind: 'version-line', start, end: start + m[0].length, found: [] });
    }
    const value = BARE.exec(line.raw)?.[1];
    if (value === undefined) return;
    const under = command && index - command.index <= OUTPUT_LINES_MAX ? command.name : undefined;
    outputs.push(readLine(line, value, under, outputs, bare.length > 1));
  });
  return outputs;
}

function readLine(
  line: Line,
  value: string,
  under: string | undefined,
  before: readonly Output[],
  isList: boolean,
): Output {
  const looksLikeRelease = /^(?:1\.\d\.\d{1,2}\.1\d{4}|0\.9\.\d\.\d)$/.test(value);
  if (under === 'get-akshciversion' && looksLikeRelease && !before.some((o) => o.kind === under)) {
    return { kind: under, start: line.start, end: line.end, found: [pasted('aksRelease', value, line)] };
  }
  if (under !== undefined) return { kind: under, start: line.start, end: line.end, found: [] };
  // Several below one another are offered; installed is one.
  const first = looksLikeRelease && before.length === 0 && !isList;
  const found = first ? [pasted('aksRelease', value, line, { weight: WEIGHT.hint })] : [];
  return { kind: 'version-line', start: line.start, end: line.end, found };
}
