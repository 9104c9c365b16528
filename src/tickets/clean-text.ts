/** Text of a ticket as every way out can carry it: no control characters but line ends, and those of one kind. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go; a NUL cannot be an argument of any program.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u2028\u2029]/g;

export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // A terminal takes a pasted tab for "complete this word".
    .replaceAll('\t', '  ')
    .replace(CONTROL, ' ')
    .toWellFormed()
    .trim();

/** One line, for titles and names. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ');

/** At most `max` characters, cut between characters and said so. */
export function shortened(text: string, max: number, mark = '…'): string {
  if (text.length <= max) return text;
  return `${text
    .slice(0, Math.max(0, max - mark.length))
    .toWellFormed()
    .replace(/\ufffd$/, '')
    .trimEnd()}${mark}`;
}

/**
 * Free text as the first word of an argument: `az` reads a leading `'` as its own quoting and `??` as a call for help.
 */
export const argumentSafe = (text: string): string => text.replace(/^['?\s]+/, '').replace(/^null$/i, 'null value');
