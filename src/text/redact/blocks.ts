/** Secrets that span lines: private keys (also cut at either end), base64 of them, and Kubernetes secrets. */
import type { Span } from './span.ts';
import { indentOf, lineEnd } from './value.ts';

/** Lines of a key without its END line that are still taken: an RSA key of 16,384 bits has about 200. */
const KEY_LINES_MAX = 260;

export const blockSpans = (text: string): Span[] => [
  ...pemSpans(text),
  ...headlessPemSpans(text),
  ...puttySpans(text),
  ...encodedPemSpans(text),
  ...kubernetesSecretSpans(text),
];

const BEGIN = /-{3,5}[ \t]?BEGIN (?:[A-Z0-9 ]{0,40})?(?:PRIVATE KEY|PGP MESSAGE)(?: BLOCK)?-{0,5}/g;
const END = /-{2,5}[ \t]?END [A-Z0-9 ]{0,40}-{0,5}/;
/** A line of a key's body: base64, its headers, or either behind a quote mark, a line number or an indent. */
const BODY_LINE =
  /^[\s>|"'+0-9:]{0,16}(?:[A-Za-z0-9+/=\\]{2,}|(?:Proc-Type|DEK-Info|Version|Comment):.*)?["',\\]{0,4}\s*$/;

/** From BEGIN to END; where END is missing, as long as the lines look like a key's body. */
function pemSpans(text: string): Span[] {
  const spans: Span[] = [];
  let past = 0;
  const begins = [...text.matchAll(BEGIN)];
  for (const [n, begin] of begins.entries()) {
    if (begin.index < past) continue;
    // A key ends at the latest where the next one begins; that also keeps the time linear.
    const limit = begins[n + 1]?.index ?? text.length;
    const bodyStart = begin.index + begin[0].length;
    // The body may stand on the same line, with the line breaks written `\n` or lost.
    let end = bodyStart;
    for (let lines = 0; lines < KEY_LINES_MAX && end < limit; lines++) {
      const stop = lineEnd(text, end, limit);
      const line = text.slice(end, stop);
      const closing = END.exec(line);
      if (closing) {
        end += closing.index + closing[0].length;
        break;
      }
      if (lines === 0) {
        const rest = /^[A-Za-z0-9+/=\\ \t]*/.exec(line)?.[0] ?? '';
        end += rest.length;
        if (rest.length < line.trimEnd().length) break;
      } else if (!BODY_LINE.test(line) || (line.trim() === '' && lines > 1)) {
        // The last line of a body may be followed at once by other text; a short word is none of the key.
        break;
      }
      end = Math.min(stop + 1, limit);
    }
    while (end > bodyStart && /\s/.test(text[end - 1] ?? '')) end--;
    spans.push({ start: begin.index, end, kind: 'private key' });
    past = end;
  }
  return spans;
}

/** The lines before an END line whose BEGIN line was cut off. */
function headlessPemSpans(text: string): Span[] {
  const spans: Span[] = [];
  let past = 0;
  for (const closing of text.matchAll(/-{2,5}END [A-Z0-9 ]{0,40}PRIVATE KEY-{0,5}/g)) {
    let start = Math.max(past, lineStartBefore(text, closing.index, past));
    for (let lines = 0; lines < KEY_LINES_MAX && start > past; lines++) {
      const lineStart = lineStartBefore(text, start - 1, past);
      const line = text.slice(lineStart, start).trim();
      if (line === '' || line.includes(' ') || !BODY_LINE.test(line)) break;
      start = lineStart;
    }
    spans.push({ start: Math.min(start, closing.index), end: closing.index + closing[0].length, kind: 'private key' });
    past = closing.index + closing[0].length;
  }
  return spans;
}

/** Start of the line that holds `index`, not before `from`. */
const lineStartBefore = (text: string, index: number, from: number): number =>
  from + text.slice(from, Math.max(from, index)).lastIndexOf('\n') + 1;

function puttySpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const head of text.matchAll(/Private-Lines:[ \t]*\d{1,4}[ \t]*\r?\n/g)) {
    const start = head.index + head[0].length;
    const body = /^(?:[A-Za-z0-9+/=]{4,128}\r?\n?){1,200}/.exec(text.slice(start, start + 20_000));
    if (body) spans.push({ start, end: start + body[0].trimEnd().length, kind: 'private key' });
  }
  return spans;
}

const BODY_BLOCK =
  /(?:^[ \t>]{0,16}[A-Za-z0-9+/]{60,80}[ \t]{0,4}\r?\n){2,}[ \t>]{0,16}[A-Za-z0-9+/]{4,80}={0,2}(?![^\s])/gm;
const PUBLIC_FRAME = '(?:CERTIFICATE|PUBLIC KEY|CERTIFICATE REQUEST|X509 CRL|DH PARAMETERS|EC PARAMETERS)';
const PUBLIC_BEGIN = new RegExp(`BEGIN (?:[A-Z0-9]{1,12} )?${PUBLIC_FRAME}-----\\s*$`);
const PUBLIC_END = new RegExp(`^\\s*-----END (?:[A-Z0-9]{1,12} )?${PUBLIC_FRAME}-----`);
const FRAME_LENGTH_MAX = 80;

/** Lines of base64 as in the middle of a key, both frame lines lost; a certificate's are told by its own frame. */
export function framelessSpans(text: string): Span[] {
  return [...text.matchAll(BODY_BLOCK)].flatMap(({ 0: block, index }) => {
    const end = index + block.length;
    const isPublic =
      PUBLIC_BEGIN.test(text.slice(Math.max(0, index - FRAME_LENGTH_MAX), index)) ||
      PUBLIC_END.test(text.slice(end, end + FRAME_LENGTH_MAX));
    // Checksums are one case; keys are not.
    const mixed = /[a-z]/.test(block) && /[A-Z]/.test(block) && /\d/.test(block);
    return isPublic || !mixed ? [] : [{ start: index + indentOf(block, 0), end, kind: 'long encoded data' }];
  });
}

/** `-----BEGIN` and `-----END` in base64; the second at each of the three places a byte can fall on. */
const ENCODED_BEGIN = 'LS0tLS1CRUdJTi';
const ENCODED_END = ['LS0tLS1FTkQg', 'LS0tLUVORC', '0tLS0tRU5EI'];
const ENCODED_KINDS: readonly [string, string][] = [
  ['LS0tLS1CRUdJTiBDRVJUSUZJQ0FU', 'base64 certificate'],
  ['LS0tLS1CRUdJTiBQVUJMSUMg', 'base64 public key'],
];

/** Runs of base64, also wrapped at a fixed width, that hold an encoded PEM from its start or to its end. */
function encodedPemSpans(text: string): Span[] {
  const spans: Span[] = [];
  let past = 0;
  for (const run of text.matchAll(/[A-Za-z0-9+/]{14,}={0,2}/g)) {
    if (run.index < past) continue;
    const starts = run[0].indexOf(ENCODED_BEGIN);
    const ends = ENCODED_END.some((end) => run[0].includes(end));
    if (starts < 0 && !ends) continue;
    const start = run.index + Math.max(starts, 0);
    const end = starts < 0 ? run.index + run[0].length : wrappedEnd(text, run.index + run[0].length);
    const kind = ENCODED_KINDS.find(([head]) => run[0].startsWith(head, starts))?.[1] ?? 'base64 private key';
    spans.push({ start, end, kind });
    past = end;
  }
  return spans;
}

/** Where the run goes on over line ends: whole lines of base64 of one width, and a shorter last one. */
function wrappedEnd(text: string, runEnd: number): number {
  let end = runEnd;
  for (let lines = 0; lines < KEY_LINES_MAX; lines++) {
    const next = /^\r?\n[ \t]*[A-Za-z0-9+/]{16,}={0,2}(?=\s|$)/.exec(text.slice(end, end + 4_096));
    if (!next) {
      const last = lines > 0 ? /^\r?\n[ \t]*[A-Za-z0-9+/]{2,}={1,2}(?=\s|$)/.exec(text.slice(end, end + 256)) : null;
      return end + (last?.[0].length ?? 0);
    }
    end += next[0].length;
  }
  return end;
}

const IS_SECRET =
  /^[ \t-]*"?kind"?:[ \t]*"?Secret"?\b|^[ \t]*type:[ \t]*(?:Opaque|kubernetes\.io\/(?:service-account-token|tls|dockerconfigjson|dockercfg|basic-auth|ssh-auth)|bootstrap\.kubernetes\.io\/token|helm\.sh\/release)/m;
const IS_JSON_SECRET = /\\?"kind\\?"\s{0,8}:\s{0,8}\\?"Secret\\?"/;

/** Values of every `data` and `stringData` in a YAML document or JSON text that holds a Secret. */
function kubernetesSecretSpans(text: string): Span[] {
  if (!/Secret|Opaque|kubernetes\.io\//.test(text)) return [];
  const spans: Span[] = [];
  let start = 0;
  for (const part of text.split(/^---[ \t]*\r?$/m)) {
    const inPart = [IS_SECRET.test(part) ? yamlData(part) : [], IS_JSON_SECRET.test(part) ? jsonData(part) : []].flat();
    for (const span of inPart) spans.push({ ...span, start: span.start + start, end: span.end + start });
    start += part.length;
    const mark = /^---[ \t]*\r?$/m.exec(text.slice(start, start + 512));
    start += mark && mark.index === 0 ? mark[0].length : 0;
  }
  return spans;
}

function yamlData(part: string): Span[] {
  const spans: Span[] = [];
  let depth: number | undefined;
  let at = 0;
  for (const line of part.split('\n')) {
    const start = at;
    at += line.length + 1;
    const indent = indentOf(line, 0);
    const inside = depth !== undefined && (line.trim() === '' || indent > depth);
    if (!inside) depth = /^[ \t-]*(?:data|stringData):[ \t]*\r?$/.test(line) ? indent + dashes(line) : undefined;
    if (!inside || line.trim() === '') continue;
    // `key: value`, or a line of a value that goes on.
    const value = /^[ \t]*(?:["']?[\w.-]{1,253}["']?:[ \t]*)?(\S.*?)?[ \t\r]*$/.exec(line)?.[1];
    if (!value || /^(?:[|>][+-]?|\ue000+|""|'')$/.test(value)) continue;
    const from = start + line.indexOf(value, line.lastIndexOf(value));
    spans.push({ start: from, end: from + value.length, kind: 'Kubernetes secret' });
  }
  return spans;
}

const dashes = (line: string): number => /^[ \t]*((?:-[ \t]+)*)/.exec(line)?.[1]?.length ?? 0;

function jsonData(part: string): Span[] {
  const spans: Span[] = [];
  const heads = [...part.matchAll(/\\?"(?:data|stringData)\\?"\s{0,8}:\s{0,8}\{/g)];
  for (const [n, head] of heads.entries()) {
    const start = head.index + head[0].length;
    const limit = heads[n + 1]?.index ?? part.length;
    const close = part.slice(start, limit).indexOf('}');
    const end = close < 0 ? limit : start + close;
    for (const entry of part.slice(start, end).matchAll(/:\s{0,8}\\?"([^"\\]+)/g)) {
      const value = entry[1] as string;
      const from = start + entry.index + entry[0].length - value.length;
      spans.push({ start: from, end: from + value.length, kind: 'Kubernetes secret' });
    }
  }
  return spans;
}
