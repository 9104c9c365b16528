/** Reads the value that stands behind a key, a flag or a header, and judges whether it can be a secret. */

/** Longest value that is read as one; the rest of a longer one is caught by its form. */
const VALUE_LENGTH_MAX = 16_384;
const BLOCK_LINES_MAX = 400;

export type Value = { start: number; end: number; quoted: boolean };

const CLOSING: Record<string, string> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '“': '”',
  '”': '”',
  '„': '“',
  '‘': '’',
  '’': '’',
};

/** The value at `index`: quoted (also cut before the closing quote), a YAML block, or a bare word. */
export function valueAt(text: string, index: number): Value | undefined {
  const limit = Math.min(text.length, index + VALUE_LENGTH_MAX);
  const escapes = /^\\{1,4}(?=["'])/.exec(text.slice(index, index + 5))?.[0].length ?? 0;
  const escaped = escapes > 0;
  const open = index + escapes;
  const close = CLOSING[text[open] ?? ''];
  if (close !== undefined) return quotedValue(text, open + 1, { close, escaped, limit });
  if (text.startsWith('&quot;', index)) {
    const end = text.slice(index + 6, limit).indexOf('&quot;');
    return { start: index + 6, end: end < 0 ? lineEnd(text, index, limit) : index + 6 + end, quoted: true };
  }
  if (BLOCK_MARK.test(text.slice(index, index + 8))) return blockValue(text, index);
  return bareValue(text, index, limit);
}

const BLOCK_MARK = /^[|>][+-]?\d?[+-]?[ \t]*\r?\n/;

function quotedValue(
  text: string,
  start: number,
  { close, escaped, limit }: { close: string; escaped: boolean; limit: number },
): Value {
  let end = start;
  while (end < limit && text[end] !== '\n' && text[end] !== close) {
    if (text[end] === '\\' && escaped) break;
    end += text[end] === '\\' && close === '"' && text[end + 1] !== '\n' ? 2 : 1;
  }
  end = Math.min(end, limit);
  return { start, end: text[end - 1] === '\r' ? end - 1 : end, quoted: true };
}

/** What may end a bare word, and what must follow for it to be an end: a secret may hold any of these itself. */
const STOPS: Record<string, RegExp> = {
  ',': /^,(?:$|[\s"'“]|[A-Za-z_][\w.-]{0,63}["']?\s?[:=])/,
  ';': /^;(?:$|\s|[A-Za-z_][\w .-]{0,63}=)/,
  '%': /^%26[A-Za-z_][\w.-]{0,63}%3D/i,
  '&': /^&(?:$|\s|&|quot;|nbsp;|lt;|gt;|#\d+;|amp;[A-Za-z_][\w.-]{0,63}=|[A-Za-z_][\w.-]{0,63}=)/,
  '<': /^<(?:$|\s|\/[A-Za-z][\w:]{0,60}>|(?:br|p|div|span|b|i|em|strong|code|pre|td|tr|li|ul|ol|a|at|h\d|blockquote|table|tbody|font|img)[\s>/])/i,
  '"': /^"(?:$|[\s,;:)\]}>\\])/,
  "'": /^'(?:$|[\s,;:)\]}>\\])/,
  '`': /^`/,
  '”': /^”/,
  '\\': /^\\(?:["']|[nrt](?:$|\W))/,
};
const STOP_LOOK_AHEAD = 72;
const AMPERSAND_ENDS = /^&(?:$|\s|&|quot;|nbsp;|lt;|gt;|#\d)/;

function bareValue(text: string, index: number, limit: number): Value | undefined {
  let end = index;
  for (; end < limit; end++) {
    const letter = text[end] as string;
    if (/\s/.test(letter)) break;
    const stop = STOPS[letter];
    // `a=1&b=2` are two parameters; behind a colon or a blank an ampersand is a letter like others.
    if (letter === '&' && text[index - 1] !== '=' && !AMPERSAND_ENDS.test(text.slice(end, end + 6))) continue;
    if (stop?.test(text.slice(end, end + STOP_LOOK_AHEAD))) break;
  }
  // A bracket that was opened before the value, or a full stop, closes the sentence and is no part of the word.
  while (end > index + 1 && /[.)\]}>]/.test(text[end - 1] as string) && !opens(text.slice(index, end))) end--;
  return end > index ? { start: index, end, quoted: false } : undefined;
}

const OPENING: Record<string, string> = { ')': '(', ']': '[', '}': '{', '>': '<' };
const opens = (word: string): boolean => {
  const opening = OPENING[word.at(-1) ?? ''];
  return opening !== undefined && word.length < STOP_LOOK_AHEAD && word.includes(opening);
};

/** A YAML block scalar: the following lines that stand deeper than the key's line. */
function blockValue(text: string, index: number): Value | undefined {
  const depth = indentOf(text, text.lastIndexOf('\n', index) + 1);
  const start = text.indexOf('\n', index) + 1;
  let end = start;
  for (let lines = 0; lines < BLOCK_LINES_MAX && end < text.length; lines++) {
    const stop = lineEnd(text, end, text.length);
    if (text.slice(end, stop).trim() !== '' && indentOf(text, end) <= depth) break;
    end = stop + 1;
  }
  end = Math.min(end, text.length);
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  const first = start + indentOf(text, start);
  return end > first ? { start: first, end, quoted: true } : undefined;
}

export function lineEnd(text: string, index: number, limit: number): number {
  const end = text.slice(index, limit).indexOf('\n');
  return end < 0 ? limit : index + end;
}

export function indentOf(text: string, lineStart: number): number {
  let at = lineStart;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at - lineStart;
}

const PLACEHOLDERS = [
  /^\ue000+$/,
  /^\[redacted\b/i,
  /^\[[A-Za-z.]+\]/,
  /^<[\p{L}\d _.:/-]{0,60}>$/u,
  /^\$(?:[A-Za-z_]+(?:[.:]\w+)*|\{.*|\(.*)$/,
  /^%\w+%$/,
  /^\{(?:\{.*|\d*\}?)?$/,
  /^\((?:[A-Za-z]+(?:-[A-Za-z]+)?\)?|\$.*)$/,
  /^@[\w.\\/-]+\.(?:txt|json|ya?ml|pem|key|crt)$/i,
  /^(?:[*•.…_-]+|x{3,}|X{3,}|\|)$/,
  /^(?:null|nil|none|true|false|yes|no|n\/a|na|redacted|hidden|removed|empty|unset|undefined|unknown|string|securestring|system\.security\.securestring|optional|required|default)$/i,
];

/** Words that follow "password:" or "token:" in messages and are none. */
const MESSAGE_WORD =
  /^(?:a|an|and|any|are|as|at|authentication|be|bearer|but|can|cannot|could|did|do|does|error|expired|expires|expiry|failed|failure|for|found|from|generated|got|has|have|how|i|if|in|incorrect|invalid|is|it|its|length|malformed|may|mismatch|missing|must|never|new|not|of|ok|on|or|please|policy|rejected|reset|see|set|should|signature|that|the|there|this|to|try|unable|unauthorized|used|valid|was|we|when|where|will|with|wrong|you|your|der|die|das|ist|nicht|falsch|abgelaufen|ungültig|wird|wurde)$/i;

/** A stand-in for a secret, a variable or a plain word of a message. */
export const isPlaceholder = (value: string): boolean =>
  value.length < VALUE_LENGTH_MAX && (PLACEHOLDERS.some((form) => form.test(value)) || MESSAGE_WORD.test(value));

const PATH = /^(?:\/|~\/|\.{1,2}[\\/]|[A-Za-z]:\\|\\\\|HK[A-Z]{2,3}:)[\w$.~\\/ -]*$/;
/** Kubernetes names, host names, versions: words with dots, dashes and slashes, lower case. */
const NAME = /^[a-z][a-z0-9]*(?:[-./_][a-z0-9]+)+$/;
const VERSION_OR_DATE = /^v?\d+(?:[.:/-]\d+)+(?:[TZ+.:\d-]*)$/;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const isPath = (value: string): boolean =>
  /^(?:\w{1,20}="?)?[a-z]+:\/\//i.test(value) || (PATH.test(value) && !(value.startsWith('/') && isEncoded(value)));

/** Base64 may begin with a slash too; its parts mix cases and digits as the parts of a path do not. */
const isEncoded = (value: string): boolean =>
  value
    .split('/')
    .some(
      (part) =>
        part.length >= 6 && /^[A-Za-z\d]+$/.test(part) && /[a-z].*[A-Z]|[A-Z].*[a-z]/.test(part) && /\d/.test(part),
    ) || /^\/[^/.]*[A-Z\d][^/.]*$/.test(value);

/** Looks random enough to be a secret though its key says little: mixed, long, no name, path, version or date. */
export function looksRandom(value: string, lengthMin: number): boolean {
  if (value.length < lengthMin || /\s/.test(value)) return false;
  if (GUID.test(value)) return true;
  if (isPath(value) || NAME.test(value) || VERSION_OR_DATE.test(value) || /^sha\d+:/i.test(value)) return false;
  const core = value.replace(/[=:.,]+$/, '');
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9_.:-]/].filter((letters) => letters.test(core)).length;
  return classes >= 2 && /\d|[^A-Za-z0-9_.:()[\]/-]|[a-z][A-Z]{2}|[A-Z][a-z][A-Z][a-z]?[A-Z]/.test(core);
}

/** A number, a plain or hyphenated word, a dotted name of code. */
const PLAIN = /^(?:\d+\W?|(?:\p{Lu}?\p{Ll}+|\p{Lu}+)(?:['’/-]\p{L}+)*[.,;:!?)]*|[\p{L}_]+(?:[.:]{1,2}[\p{L}_]+)+\W*)$/u;

/** A word with a digit or a sign, as passwords have: no plain or hyphenated word, number, version, date or path. */
export function looksMixed(value: string, lengthMin: number): boolean {
  if (value.length < lengthMin || /\s/.test(value) || isPath(value) || VERSION_OR_DATE.test(value)) return false;
  return /[\d\W_]/.test(value) && !PLAIN.test(value);
}
