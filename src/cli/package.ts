/** `npm run package`: the zip that is uploaded to Teams. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { appPackage, PACKAGE_VALUES } from '../app-package.ts';
import { command, wrap } from './print.ts';

const TARGET = join('build', 'teams-app.zip');

const HELP = `
npm run -s package

Writes ${TARGET}: the Teams app package with this installation's ids, valid against Microsoft's schema 1.29.
From the environment:
${Object.entries(PACKAGE_VALUES)
  .map(([name, { standard, meaning }]) => `  ${name.padEnd(21)} ${meaning}; else ${standard}`)
  .join('\n')}
`;

export const main = (args: string[]): Promise<number> => command(HELP, args, run);

function run(args: string[]): number {
  parseArgs({ args, options: {} });
  const { zip, assumed } = appPackage(process.env);
  mkdirSync('build', { recursive: true });
  writeFileSync(TARGET, zip);
  console.log(`${TARGET} (${zip.length} bytes) is valid.`);
  if (assumed.includes('MicrosoftAppId') || assumed.includes('TEAMS_APP_ID')) {
    console.log(
      wrap(
        'It carries made-up ids, so it is for looking at: set MicrosoftAppId and TEAMS_APP_ID before you upload it.',
      ),
    );
  }
  return 0;
}
