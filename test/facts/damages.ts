/** What chat clients, mail programs, terminals and people do to a paste. */

export type Damage = (text: string) => string;

const eachLine =
  (change: (line: string, index: number) => string): Damage =>
  (text) =>
    text.split('\n').map(change).join('\n');
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const PEOPLE = ['Kim Berg', 'Åsa Öberg', "Pat O'Neil"];

/** Nothing is taken away: every fact is read as before. */
export const HARMLESS: Readonly<Record<string, Damage>> = {
  'as it was': (text) => text,
  'smart quotes': (text) => text.replace(/"([^"]*)"/g, '“$1”').replace(/'/g, '’'),
  'German quotes': (text) => text.replace(/"([^"]*)"/g, '„$1“'),
  'no-break spaces': (text) => text.replace(/ /g, '\u00a0'),
  'single spaces': (text) => text.replace(/ {2,}/g, ' '),
  tabs: (text) => text.replace(/ {2,}/g, '\t'),
  'lost indentation': eachLine((line) => line.trimStart()),
  'an element a line': (text) => `<div>${text.split('\n').map(escaped).join('</div><div>')}</div>`,
  'line breaks of HTML': (text) => `<p>${text.split('\n').map(escaped).join('<br>')}</p>`,
  'items of an HTML list': (text) => `<ul>${text.split('\n').map(escaped).join('</li><li>')}</ul>`,
  preformatted: (text) => `<pre>${escaped(text)}</pre>`,
  'a code fence': (text) => `\`\`\`\n${text}\n\`\`\``,
  'a code fence with its language': (text) => `~~~powershell\n${text}\n~~~`,
  'quotation marks of mail': eachLine((line) => `> ${line}`),
  'quotation marks of a mail in a mail': eachLine((line) => `>> ${line}`),
  'times of day': eachLine((line) => `[09:12] ${line}`),
  'days and times': eachLine((line) => `[11/20/2026 9:12 AM] ${line}`),
  'days, times and a name': eachLine((line) => `[11/20 09:12] Kim Berg: ${line}`),
  'names of several': eachLine((line, i) => `[20.11.2026 09:1${i % 10}] ${PEOPLE[i % 3]}: ${line}`),
  'a time with a name': eachLine((line) => `09:12 Kim Berg: ${line}`),
  'a name behind the day': eachLine((line) => `20.11.26, 09:12 - Kim Berg: ${line}`),
  'a nickname': eachLine((line) => `[09:12:31] <kim> ${line}`),
  'a name and a quotation mark': eachLine((line) => `[11/19 16:05] Kim Berg: > ${line}`),
  'a head above': (text) => `Kim Berg  09:12\n${text}`,
  bullets: eachLine((line) => `• ${line}`),
  'bullets of another kind': eachLine((line) => `◦\t${line}`),
  dashes: eachLine((line) => `- ${line}`),
  asterisks: eachLine((line) => `* ${line}`),
  'numbers and a stop': eachLine((line, i) => `${i + 1}. ${line}`),
  'numbers of an editor': eachLine((line, i) => `${String(i + 1).padStart(4)}  ${line}`),
  'numbers and a bar': eachLine((line, i) => `${String(i + 1).padStart(3)} | ${line}`),
  'a bar in front': eachLine((line) => `| ${line}`),
  'a prompt around it': (text) => `PS C:\\Users\\ops>\n${text}\nPS C:\\Users\\ops>`,
  'Windows line ends': (text) => text.replace(/\n/g, '\r\n'),
  indentation: eachLine((line) => `    ${line}`),
  'blanks behind': eachLine((line) => `${line}     `),
  colours: eachLine((line) => line.replace(/(Ready|Connected|Succeeded|v?1\.\d\d\.\d+)\b/g, '\u001b[32;1m$1\u001b[0m')),
  'colours without their escape': eachLine((line) => line.replace(/\b(Ready|Connected|Succeeded)\b/g, '[32m$1[0m')),
  'a greeting and a question': (text) => `Hi, see the output:\n\n${text}\n\nany idea?`,
};

/** Only for lists of properties and tables. */
export const BARS: Readonly<Record<string, Damage>> = {
  'bars and no blanks': (text) => barred(text, '|', '|', '|'),
  'bars of Markdown': (text) => barred(text, '| ', ' | ', ' |'),
  'bars between': (text) => barred(text, '', ' | ', ''),
  'drawn bars': (text) => barred(text, '│ ', ' │ ', ' │'),
  semicolons: (text) => barred(text, '', ';', ''),
  'commas and quotes': (text) => barred(text, '"', '","', '"'),
};

/** Cells of an aligned table: apart by two blanks, or where the header has its columns. */
function barred(text: string, left: string, between: string, right: string): string {
  const rows = text.split('\n');
  return rows
    .filter((line) => !/^[\s-]*$/.test(line))
    .map((line) => (/^(?:PS |\$ )/.test(line) ? line : `${left}${line.trim().split(/ {2,}/).join(between)}${right}`))
    .join('\n');
}

/** Only for lists `key : value`. */
export const LISTS: Readonly<Record<string, Damage>> = {
  'one line': (text) => text.replace(/\s*\n\s*/g, ' ').replace(/ {2,}/g, ' '),
  'one line, wide': (text) => text.replace(/\s*\n\s*/g, '   '),
  'one line with commas': (text) => text.replace(/\s*\n\s*/g, ', ').replace(/ {2,}/g, ' '),
  'no colons': eachLine((line) => line.replace(/\s*:\s/, ' ').replace(/\s*:$/, '')),
  'equal signs': eachLine((line) => line.replace(/\s*:\s/, ' = ').replace(/\s*:$/, ' =')),
  'colons without blanks': eachLine((line) => line.replace(/\s*:\s+/, ':').replace(/\s*:$/, ':')),
  'a blank line between all': (text) => text.replace(/\n/g, '\n\n'),
  'values on the next line': eachLine((line) => line.replace(/\s*:\s+/, ':\n')),
  'bars of a table': (text) =>
    text
      .split('\n')
      .map((line) => `| ${line.replace(/\s*:\s*/, ' | ')} |`)
      .join('\n'),
};

const wrapAt =
  (width: number): Damage =>
  (text) =>
    eachLine((line) => line.replace(new RegExp(`(.{1,${width}})(?:\\s+|$)`, 'g'), '$1\n').trimEnd())(text);
const hardWrapAt =
  (width: number): Damage =>
  (text) =>
    eachLine((line) => line.replace(new RegExp(`(.{${width}})(?=.)`, 'g'), '$1\n'))(text);

/** A part is broken or away: what is read is right, or not read. */
export const HARMFUL: Readonly<Record<string, Damage>> = {
  'one line': (text) => text.replace(/\s+/g, ' '),
  'a blank line between all': (text) => text.replace(/\n/g, '\n\n'),
  'without its first line': (text) => text.split('\n').slice(1).join('\n'),
  ...Object.fromEntries([40, 60, 80, 120].map((width) => [`wrapped at ${width}`, wrapAt(width)])),
  ...Object.fromEntries([60, 80, 120].map((width) => [`broken at ${width}`, hardWrapAt(width)])),
  'cut lines': eachLine((line) => (line.length > 30 ? `${line.slice(0, 27)}…` : line)),
  'cut lines with dots': eachLine((line) => (line.length > 44 ? `${line.slice(0, 41)}...` : line)),
  'a middle that is missing': (text) => {
    const rows = text.split('\n');
    const third = Math.ceil(rows.length / 3);
    return [...rows.slice(0, third), '...', ...rows.slice(-third)].join('\n');
  },
  'letters of a scan': (text) => text.replace(/1/g, 'l').replace(/0/g, 'O'),
  'some letters of a scan': (text) => text.replace(/v1\./g, 'vl.').replace(/\b0\b/g, 'O'),
};
