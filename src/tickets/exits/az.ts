/** `az support in-subscription tickets create`, for bash and for PowerShell. */
import type { Draft, Exit } from '../../model/ticket.ts';
import { bashWord, powershellWord, survivesBatchFile } from '../quoting.ts';
import { type Argument, azArguments, isPlaceholder } from './arguments.ts';
import { classificationStep, consentStep, missingStep } from './steps.ts';

const COMMAND = 'az support in-subscription tickets create';

/** `az` reads a value that begins with @ from a file, and takes one that begins with a dash for an option. */
export function azBash(draft: Draft): string {
  const files: string[] = [];
  const words = azArguments(draft).map(({ name, value }) => {
    if (value.startsWith('-')) return `${name}=${bashWord(value)}`;
    if (!value.startsWith('@')) return `${name} ${bashWord(value)}`;
    const file = fileName(draft, name);
    files.push(`printf '%s' ${bashWord(value)} > ${file}`);
    return `${name} @${file}`;
  });
  return [...files, `${COMMAND} \\\n  ${words.join(' \\\n  ')}`].join('\n');
}

/** Free text goes through files in the home folder, since `az` on Windows is a batch file. */
export function azPowerShell(draft: Draft): string {
  const files: string[] = [];
  const words = azArguments(draft).map(({ name, value }) => {
    if (survivesBatchFile(value) || isPlaceholder(value)) return `${name} ${powershellWord(value)}`;
    const path = `$HOME/${fileName(draft, name)}`;
    files.push(`[IO.File]::WriteAllText("${path}", ${powershellWord(value)})`);
    return `${name} "@${path}"`;
  });
  return [...files, `${COMMAND} \`\n  ${words.join(' `\n  ')}`].join('\n');
}

const fileName = ({ ticketName }: Draft, name: Argument['name']): string =>
  `${ticketName}${name.replace(/^-/, '')}.txt`;

export const azExit = (draft: Draft, why: string): Exit => ({
  kind: 'az',
  title: 'Azure CLI',
  why,
  content: azBash(draft),
  url: null,
  twin: azPowerShell(draft),
  steps: [
    'Needs az 2.57 or newer (the extension “support” installs itself), the role Support Request Contributor and a plan of Professional Direct or higher. The first form is for bash, the second for PowerShell.',
    `The PowerShell form keeps texts in files named ${draft.ticketName}-… in your home folder; delete them afterwards.`,
    ...missingStep(draft),
    ...classificationStep(draft, 'az'),
    ...consentStep(draft),
  ],
});
