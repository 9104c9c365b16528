/** One argument, written so that the shell gives back exactly its characters. */

/** Bash and every POSIX shell: nothing is special in single quotes but the quote itself. */
export const bashWord = (value: string): string => `'${value.replaceAll("'", `'\\''`)}'`;

/** PowerShell takes the typographic single quotes for quotes too; each is doubled. */
export const powershellWord = (value: string): string => `'${value.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;

/**
 * What PowerShell hands on unharmed to `az` on Windows: `az` is a batch file there, and cmd.exe reads quotes, percent signs,
 * line ends and more on its own. Anything else goes through a file.
 */
export const survivesBatchFile = (value: string): boolean =>
  /^[A-Za-z0-9_ .,:;+/=#[\]@-]*$/.test(value) && !/^[@-]/.test(value);
