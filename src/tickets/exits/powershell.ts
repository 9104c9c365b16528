/** `New-AzSupportTicket` of the module Az.Support 2, with its parameters as a table. */
import type { Draft, Exit } from '../../model/ticket.ts';
import { powershellWord } from '../quoting.ts';
import { powershellParameters } from './arguments.ts';
import { classificationStep, consentStep, missingStep } from './steps.ts';

export function newAzSupportTicket(draft: Draft): string {
  const rows = powershellParameters(draft).map(
    ({ name, value }) => `  ${name} = ${value === true ? '$true' : powershellWord(value)}`,
  );
  return `$ticket = @{\n${rows.join('\n')}\n}\nNew-AzSupportTicket @ticket`;
}

export const powershellExit = (draft: Draft, why: string): Exit => ({
  kind: 'powershell',
  title: 'Azure PowerShell',
  why,
  content: newAzSupportTicket(draft),
  url: null,
  twin: null,
  steps: [
    'Needs the module Az.Support 2 or newer (Install-Module Az.Support), Connect-AzAccount, the role Support Request Contributor and a plan of Professional Direct or higher.',
    ...missingStep(draft),
    ...classificationStep(draft, 'powershell'),
    ...consentStep(draft),
  ],
});
