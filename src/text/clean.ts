/**
 * Makes plain text of what a chat client sends. Keeps lines, because program output is read by lines, and keeps
 * `<none>` or `<pending>`, because kubectl prints them: only tags that chat editors produce are removed.
 */

const BLOCK_TAGS = 'p|div|li|ul|ol|tr|table|tbody|thead|pre|blockquote|h[1-6]|section|article|codeblock';
const INLINE_TAGS =
  'a|abbr|at|b|big|code|del|em|emoji|figure|font|i|img|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|td|th|tt|u|attachment|html|body|head|meta|systemeventmessage';

const MENTION = /<at\b[^<>]{0,200}>[^<>]{0,200}<\/at>/gi;
const LINE_BREAK = /<br\s{0,5}\/?>|<hr\s{0,5}\/?>/gi;
const CELL_END = /<\/t[dh]\s{0,5}>/gi;
const BLOCK_END = new RegExp(`</(?:${BLOCK_TAGS})\\s{0,5}>`, 'gi');
const TAG = new RegExp(`</?(?:${BLOCK_TAGS}|${INLINE_TAGS})(?:\\s[^<>]{0,2000})?/?>`, 'gi');
const LOOKS_LIKE_HTML = new RegExp(
  `<(?:br|hr|${BLOCK_TAGS}|${INLINE_TAGS})(?:\\s[^<>]{0,2000})?/?>|&(?:nbsp|lt|gt|amp|quot|#\\d{2,5});`,
  'i',
);

const ENTITIES: Record<string, string> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ndash: '-',
  mdash: '-',
  hellip: '...',
  lsquo: "'",
  rsquo: "'",
  ldquo: '"',
  rdquo: '"',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
};

/** The whole range of Unicode code points. */
const CODE_POINT_MAX = 0x10ffff;

function codePoint(digits: string, radix: number, whole: string): string {
  const code = Number.parseInt(digits, radix);
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return code > 0 && code <= CODE_POINT_MAX && !isSurrogate ? String.fromCodePoint(code) : whole;
}

function decodeEntities(text: string): string {
  const decoded = text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return codePoint(hex, 16, whole);
    if (decimal !== undefined) return codePoint(decimal, 10, whole);
    return ENTITIES[name as string] ?? whole;
  });
  // Last, so that a written-out "&amp;lt;" does not become a bracket.
  return decoded.replace(/&amp;/gi, '&');
}

const withoutHtml = (text: string): string =>
  decodeEntities(
    text
      .replace(MENTION, ' ')
      .replace(/\r?\n/g, '\n')
      .replace(LINE_BREAK, '\n')
      .replace(CELL_END, '  ')
      .replace(BLOCK_END, '\n')
      .replace(TAG, ''),
  );

/** `*word*` and `**word**` as people type emphasis; a list's asterisk or a pattern such as `*.domain` has none behind it. */
const EMPHASIS = /(?<=^|[\s("'/])(\*{1,2})([^\s*](?:[^*\n]{0,60}[^\s*])?)\1(?=$|[\s.,;:!?)"'/])/gm;

/** Colours of a terminal; a chat client drops the escape character in front and leaves the rest, `[32m` or `[0m`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape characters are what is looked for.
const COLOUR = /\u001b\[[\d;?]{0,12}[A-Za-z]|\[(?:0|[349]\d|0?[01](?:;\d{1,3}){1,4})m(?!\])/g;

/** Teams HTML, smart quotes, hard spaces and invisible characters become plain text with `\n` line ends. Never throws. */
export function plainText(input: string): string {
  const text = LOOKS_LIKE_HTML.test(input) ? withoutHtml(input) : input;
  return (
    text
      .replace(COLOUR, '')
      .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
      .replace(/[\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4]/g, "'")
      .replace(/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/g, '"')
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/[\u2192\u21d2\u27a1\u279c\u2794\u27f6]/g, '->')
      .replace(/\u2026/g, '...')
      .replace(EMPHASIS, '$2')
      .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, '')
  );
}
