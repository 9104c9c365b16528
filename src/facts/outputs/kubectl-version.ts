/** `kubectl version`, three generations: short lines, `version.Info{…}`, JSON or YAML with `serverVersion`. */

import type { Document, Line, Span } from '../document.ts';
import { type Found, type Output, pasted } from '../found.ts';
import { matchesOf } from '../matches.ts';
import { plainVersion } from '../versions.ts';

const SHORT = /^\s{0,40}(?:PS [^>]*>\s*)?(Client|Server) ?Version\s?:\s*v?(1\.\d{1,2}(?:\.\d{1,2})?\S*)\s*$/i;
const LONG =
  /(Client|Server) Version:\s*(?:version\.Info)?\{[^}\n]{0,200}GitVersion:\s*"v?(1\.\d{1,2}\.\d{1,2}[^"]*)"[^\n]*/i;
const KUSTOMIZE = /^\s{0,40}Kustomize Version:/i;
const SECTION = /^\s{0,40}"?(client|server)Version"?\s*:\s*(?:\{|$)/i;
const GIT_VERSION = /^\s{0,40}"?gitVersion"?\s*:\s*"?v?(1\.\d{1,2}\.\d{1,2}[^"\s,]*)/i;

const fact = (side: string, version: string, line: Span): Found =>
  pasted(side.toLowerCase() === 'server' ? 'k8sVersion' : 'kubectlVersion', plainVersion(version), line);

/** JSON with an object on one line: the version is the first of that object. */
const COMPACT =
  /"(client|server)Version"\s{0,20}:\s{0,20}\{[^{}]{0,600}?"gitVersion"\s{0,20}:\s{0,20}"v?(1\.\d{1,2}\.\d{1,2}[^"\s,]{0,40})"[^{}]{0,600}\}?/gi;

const compact = (doc: Document): Output[] =>
  matchesOf(COMPACT, doc.text).map((m) => {
    const at = m.index + m[0].search(/gitversion/i);
    const span = { start: m.index, end: m.index + m[0].length };
    return { kind: 'kubectl-version', ...span, found: [fact(m[1] ?? '', m[2] ?? '', { start: at, end: span.end })] };
  });

export function kubectlVersion(doc: Document, lines: readonly Line[]): Output[] {
  const outputs: Output[] = compact(doc);
  let section = '';
  for (const line of lines) {
    if (outputs.some((o) => line.start >= o.start && line.end <= o.end)) continue;
    // Behind a gap it is not known whose version follows.
    if (/^\s{0,40}\.{3}\s*$/.test(line.raw)) section = '';
    section = SECTION.exec(line.raw)?.[1] ?? section;
    const git = section ? GIT_VERSION.exec(line.raw) : null;
    const m = SHORT.exec(line.raw) ?? LONG.exec(line.raw);
    const found = m?.[1] && m[2] ? [fact(m[1], m[2], line)] : git?.[1] ? [fact(section, git[1], line)] : [];
    if (found.length > 0 || KUSTOMIZE.test(line.raw)) {
      outputs.push({ kind: 'kubectl-version', start: line.start, end: line.end, found });
    }
  }
  return outputs;
}
