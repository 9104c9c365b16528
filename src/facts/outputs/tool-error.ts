/**
 * Error records of PowerShell, kvactl and mocctl, and log lines. A release stands in their folder names; module
 * versions, times and addresses in them are nobody's facts.
 */

import type { Document, Line, Span } from '../document.ts';
import { type Found, type Output, pasted, WEIGHT } from '../found.ts';
import { matchesOf } from '../matches.ts';

const RELEASE_FOLDER = /akshci\\+(1\.\d\.\d{1,2}\.1\d{4})(?=\\|"|\s|$)/gi;
const PATH = /(?:[a-z]:\\|\\\\|\.\.\.\\)[^\s"'<>|]{3,400}(?: Files[^\s"'<>|]{0,300})?/gi;
// A person's timeline leads with dates too, but not with seconds or a level.
const LOG_LINE =
  /^\s{0,40}(?:[EWIF]\d{4}\s\d\d:\d\d|(?:20\d\d[-/]\d\d[-/]\d\d[ T])?\d\d:\d\d:\d\d\S*\s+\S|20\d\d[-/]\d\d[-/]\d\d\S*\s+(?:\S+\s+)?[[<]?(?:INFO|WARN|ERR|DEBUG|TRACE|FATAL|Information|Warning|Error|Verbose)|VERBOSE:|DEBUG:|time="|level=|\{"level|\+ CategoryInfo|\+ FullyQualifiedErrorId|At [A-Z]:\\|at [A-Za-z_.]+\(|at\s\S+\(|goroutine \d|---> )/;
const ERROR_LINE =
  /^\s{0,40}(?:error|rpc error|x509|fatal|unable to connect to the server|connection error|\(\w+\)\s)[:\s].*$/;

/** Weak on purpose: a folder may be an old leftover. */
function folderFacts(doc: Document): Output[] {
  return matchesOf(RELEASE_FOLDER, doc.text).map((m) => {
    const span: Span = { start: m.index, end: m.index + m[0].length };
    const found: Found[] = m[1] ? [pasted('aksRelease', m[1], span, { weight: WEIGHT.hint })] : [];
    return { kind: 'tool-path', ...span, found };
  });
}

/** How people go on behind a pasted error; programs open their sentences otherwise. */
const PERSON_GOES_ON =
  /[.!?)]\s+(?=(?:our|we|i|i'm|my|cluster|k8s|kubernetes|since|after|yesterday|azure local|azl|aks|windows server|ws20\d\d|version|hosts?|hci|when|what|why|how|please|pls|any|same|only|also|fyi|running|nothing|nobody|v?1\.\d\d\.\d)\b)/i;

/** A quoted error ends with its quotation mark; what a person says behind it is prose. */
function errorLength(raw: string): number {
  const quoted = /^\s*\w[\w ]{0,20}:?\s*(["'])[^"']{4,400}\1(?=[.,;]?\s)/.exec(raw);
  if (quoted) return quoted[0].length;
  const person = PERSON_GOES_ON.exec(raw);
  return person ? person.index + 1 : raw.length;
}

export function toolErrors(doc: Document, lines: readonly Line[]): Output[] {
  const outputs = folderFacts(doc);
  for (const m of matchesOf(PATH, doc.text))
    outputs.push({ kind: 'path', start: m.index, end: m.index + m[0].length, found: [] });
  for (const line of lines) {
    if (LOG_LINE.test(line.raw)) outputs.push({ kind: 'log', start: line.start, end: line.end, found: [] });
    else if (ERROR_LINE.test(line.low))
      outputs.push({ kind: 'error', start: line.start, end: line.start + errorLength(line.raw), found: [] });
  }
  return outputs;
}
