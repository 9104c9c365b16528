/**
 * Tells program output from prose in issue text and messages: a log line that repeats a word fifty times must not count like
 * fifty sentences. Works on GitHub Markdown, JIRA and Trac markup and plain text.
 */

/** Text beyond this says the same again. */
const TEXT_LENGTH_MAX = 8_000;
const LINE_LENGTH_MAX = 2_000;

const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const IMAGE = /!\[[^\]]*\]\([^)]*\)|<img\b[^>]*>/gi;
const LINK = /\[([^\]]*)\]\((https?:[^)\s]*)[^)]*\)/g;
const BLOCK =
  /```[^\n]*\n?([\s\S]*?)(?:```|$)|~~~[^\n]*\n([\s\S]*?)(?:~~~|$)|\{(code|noformat)(?::[^}]*)?\}([\s\S]*?)(?:\{\3\}|$)|\{\{\{([\s\S]*?)(?:\}\}\}|$)/g;
/** Headings of issue forms: the same in every issue of a tracker. */
const FORM_LINE =
  /^\s*(?:#{1,6}\s*|\*\*)?(?:describe the bug|to reproduce|steps to reproduce|expected behaviou?r|actual behaviou?r|screenshots?|environment(?: \(please complete the following information\))?|additional context|is there an existing issue\??|what happened\??|what did you expect(?: to (?:happen|see))?\??|how can we reproduce it.*|anything else we need to know\??|_?no response_?|(?:desktop|smartphone) \(please complete.*)(?:\*\*)?:?\s*$/i;
const INDENTED = /^(?: {4,}|\t)\S/;
const STACK =
  /^\s*(?:at\s+\S+.*[(:]\d*|Caused by:|Traceback|File ".*", line \d+|\.{3} \d+ more|goroutine \d+ \[|\+ (?:CategoryInfo|FullyQualifiedErrorId))/;
const LOG =
  /^\s*(?:\[?\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}|[IWEF]\d{4} \d{2}:\d{2}:\d{2}|\d{2}:\d{2}:\d{2}[.,\s]|\[?(?:INFO|WARN(?:ING)?|ERROR|DEBUG|TRACE|FATAL)\]?[\s:]|(?:VERBOSE|WARNING):|time="|PS [A-Z]:\\|\$ \S|> \S+ \S|[+-]{3,}|[\w./-]+:\d+:\d+:? )/;
const SYMBOLS = /[{}()[\]<>=;|\\/_$%^~*+"'`@]/g;
/** Share of symbols from which a longer line is taken for output. */
const SYMBOL_SHARE = 0.16;
const SYMBOL_LINE_LENGTH_MIN = 24;

export type Sections = { prose: string; code: string };

const looksLikeOutput = (line: string): boolean => {
  if (STACK.test(line) || LOG.test(line)) return true;
  if (line.length < SYMBOL_LINE_LENGTH_MIN) return false;
  return (line.match(SYMBOLS)?.length ?? 0) / line.length > SYMBOL_SHARE;
};

/** Prose and output of a text, each in order. Markup, images, comments and form headings are gone. */
export function sections(text: string): Sections {
  const code: string[] = [];
  const rest = text
    .slice(0, TEXT_LENGTH_MAX)
    .replace(COMMENT, ' ')
    .replace(IMAGE, ' ')
    .replace(BLOCK, (_all, ...groups: (string | undefined)[]) => {
      code.push(groups[0] ?? groups[1] ?? groups[3] ?? groups[4] ?? '');
      return '\n';
    })
    .replace(LINK, '$1 $2');
  const prose: string[] = [];
  for (const whole of rest.split(/\r?\n/)) {
    const line = whole.slice(0, LINE_LENGTH_MAX);
    if (line.trim() === '' || FORM_LINE.test(line)) continue;
    // An indented line is output; inside a list it is a list.
    const output: boolean = looksLikeOutput(line) || (INDENTED.test(line) && !/^\s*(?:[-*+]|\d+[.)])\s/.test(line));
    (output ? code : prose).push(line);
  }
  return { prose: prose.join('\n'), code: code.join('\n') };
}
