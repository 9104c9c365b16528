/**
 * The few elements of Adaptive Cards that we use, as plain JSON. Two rules hold for every card:
 * words of people and of GitHub go into rich text, which has no markup, and never into text blocks, which read Markdown;
 * and a card is built smaller until it fits the limit, so that no content can make Teams refuse it.
 */

/** Teams refuses messages of about 28 KB; a card stays well below, counted as UTF-8 JSON. */
export const CARD_BYTES_MAX = 25_000;
/** Teams shows at most six actions. */
export const ACTIONS_MAX = 6;

export type Element = { type: string } & Record<string, unknown>;
export type Action = { type: string; title?: string } & Record<string, unknown>;
export type Card = {
  type: 'AdaptiveCard';
  $schema: string;
  version: string;
  fallbackText: string;
  body: Element[];
  actions?: Action[];
};

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

/** Mentions and what browsers run or load; `<none>` and `<cluster>` in outputs and commands stay as they are. */
const TAGS = /<(?=\/?(?:at|a|script|img|iframe|svg|style|link|object|embed|form|body|html)\b|!)/gi;
const ELLIPSIS = '…';
const ZERO_WIDTH = '\u200b';
/** Most text has no such sign: nothing in it can do harm. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CAN_HARM = /[<\]{\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/;

/**
 * One line or paragraph of somebody else's text, made harmless: no control characters, no half characters, and the few
 * sequences that some client might read as markup (mentions, links, date functions) broken by an invisible space.
 */
export function plain(text: string, charsMax: number): string {
  const cut = text.slice(0, charsMax * 4);
  if (!CAN_HARM.test(cut)) return shorten(cut.trim(), charsMax);
  const clean = cut
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ')
    .replace(TAGS, `<${ZERO_WIDTH}`)
    .replace(/\](?=[([])/g, `]${ZERO_WIDTH}`)
    .replace(/\{(?=\{)/g, `{${ZERO_WIDTH}`)
    .trim();
  return shorten(clean, charsMax);
}

/** A word that is longer than this is cut in the middle, such as an address. */
const WORD_CHARS_MAX = 24;

/** Cut between words, with a sign that something is missing. */
export function shorten(text: string, charsMax: number): string {
  if (text.length <= charsMax) return text;
  const cut = text
    .slice(0, charsMax - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '');
  const space = /\s/.test(text.charAt(charsMax - 1)) ? cut.length : cut.search(/\s\S*$/);
  const isNear = space > charsMax / 2 && cut.length - space <= WORD_CHARS_MAX;
  return `${(isNear ? cut.slice(0, space) : cut).trimEnd()}${ELLIPSIS}`;
}

const MARKUP = /[\\`*_[\]|~<>#&]/g;
const escaped = (sign: string): string => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : `\\${sign}`);

/** Somebody else's words inside a sentence that is sent as Markdown: quoted, on one line, every sign that starts markup escaped. */
export function quoted(text: string, charsMax = 120): string {
  const line = plain(text.replace(/\s+/g, ' '), charsMax);
  return `“${line.replace(MARKUP, escaped).replace(/:\/\//g, `:${ZERO_WIDTH}//`)}”`;
}

/** Text to be copied to the letter: a block of code, with a fence longer than any inside it. */
export function fenced(content: string): string {
  const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${content}\n${fence}`;
}

const URL_CHARS_MAX = 2000;

/** Only addresses that a browser may open; anything else is shown as words. */
export function safeUrl(url: string | null | undefined, charsMax = URL_CHARS_MAX): string | null {
  if (!url || url.length > charsMax || !URL.canParse(url)) return null;
  const { protocol, username, password, href } = new URL(url);
  return protocol === 'https:' && !username && !password ? href : null;
}

export type Run = {
  text: string;
  bold?: boolean;
  subtle?: boolean;
  mono?: boolean;
  small?: boolean;
  color?: 'good' | 'warning' | 'attention';
  url?: string | null;
};

const RUN_CHARS_MAX = 2000;

function textRun(run: string | Run): Element {
  const { text, bold, subtle, mono, small, color, url } = typeof run === 'string' ? ({ text: run } as Run) : run;
  const href = safeUrl(url);
  const element: Element = { type: 'TextRun', text: plain(text, RUN_CHARS_MAX) || ' ' };
  if (bold) element.weight = 'Bolder';
  if (subtle) element.isSubtle = true;
  if (mono) element.fontType = 'Monospace';
  if (small) element.size = 'Small';
  if (color) element.color = color;
  if (href) element.selectAction = { type: 'Action.OpenUrl', url: href };
  return element;
}

/** A paragraph of rich text. Spaces between runs are added here, because every run is trimmed. */
export function paragraph(runs: (string | Run)[], options: { spacing?: string; id?: string } = {}): Element {
  const inlines = runs.flatMap((run, index) =>
    index === 0 ? [textRun(run)] : [{ type: 'TextRun', text: ' ' }, textRun(run)],
  );
  return { type: 'RichTextBlock', ...options, inlines };
}

/** Text in which pieces between backticks are code: they are shown in fixed width instead. */
export const codeRuns = (text: string, look: Omit<Run, 'text' | 'mono'> = {}): Run[] =>
  text
    .split('`')
    .map((piece, index): Run => ({ ...look, text: piece.trim(), ...(index % 2 === 1 ? { mono: true } : {}) }))
    .filter((run) => run.text !== '');

/** A heading of ours; never somebody else's words. */
export const heading = (text: string, size: 'Large' | 'Medium' | 'Default' = 'Medium'): Element => ({
  type: 'TextBlock',
  text,
  size,
  weight: 'Bolder',
  wrap: true,
  style: 'heading',
});

/** A sentence of ours; never somebody else's words. */
export const sentence = (text: string, options: { subtle?: boolean; spacing?: string } = {}): Element => ({
  type: 'TextBlock',
  text,
  wrap: true,
  ...(options.subtle ? { isSubtle: true, size: 'Small' } : {}),
  ...(options.spacing ? { spacing: options.spacing } : {}),
});

export type Tone = 'default' | 'emphasis' | 'good' | 'warning' | 'attention' | 'accent';

export const box = (
  items: Element[],
  options: { style?: Tone; id?: string; hidden?: boolean; separator?: boolean } = {},
): Element => ({
  type: 'Container',
  ...(options.id ? { id: options.id } : {}),
  ...(options.style ? { style: options.style } : {}),
  ...(options.hidden ? { isVisible: false } : {}),
  ...(options.separator ? { separator: true, spacing: 'Medium' } : {}),
  items,
});

/** A button that comes back to us as a message with `data`. Words do the same: `say` is what somebody could type instead. */
export const button = (
  title: string,
  data: Record<string, unknown>,
  options: { inputs?: boolean; primary?: boolean } = {},
): Action => ({
  type: 'Action.Submit',
  title,
  data,
  ...(options.inputs ? {} : { associatedInputs: 'none' }),
  ...(options.primary ? { style: 'positive' } : {}),
});

export const openUrl = (title: string, url: string): Action => ({ type: 'Action.OpenUrl', title, url });
export const toggle = (title: string, id: string): Action => ({
  type: 'Action.ToggleVisibility',
  title,
  targetElements: [id],
});

export function card(body: Element[], actions: Action[], options: { fallbackText: string; version?: string }): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: options.version ?? '1.5',
    fallbackText: plain(options.fallbackText, 900) || ' ',
    body,
    ...(actions.length > 0 ? { actions: actions.slice(0, ACTIONS_MAX) } : {}),
  };
}

export const cardBytes = (made: Card): number => Buffer.byteLength(JSON.stringify(made));

/** How much of everything a card shows; builders read their limits from it. */
export type Detail = { items: number; chars: number };
const DETAILS: Detail[] = [
  { items: 8, chars: 600 },
  { items: 5, chars: 360 },
  { items: 3, chars: 200 },
  { items: 2, chars: 100 },
  { items: 1, chars: 60 },
  { items: 1, chars: 30 },
];

/** Where even the last detail is too much, every paragraph is cut to these lengths. */
const CLIPS = [120, 60, 30];

/** The most detailed form of a card that fits. Clipped to the last length it fits whatever the content; a test holds that. */
export function fitting(build: (detail: Detail) => Card): Card {
  let made = build(DETAILS[0] as Detail);
  for (const detail of DETAILS.slice(1)) {
    if (cardBytes(made) <= CARD_BYTES_MAX) return made;
    made = build(detail);
  }
  for (const chars of CLIPS) {
    if (cardBytes(made) <= CARD_BYTES_MAX) return made;
    made = clipped(made, chars) as Card;
  }
  return made;
}

function clipped(node: unknown, charsMax: number): unknown {
  if (Array.isArray(node)) return node.map((one) => clipped(one, charsMax));
  if (typeof node !== 'object' || node === null) return node;
  const { type, text } = node as Partial<Element>;
  if (type === 'TextRun' && typeof text === 'string') return { ...node, text: shorten(text, charsMax) };
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, clipped(value, charsMax)]));
}
