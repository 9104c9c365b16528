/** `npm run serve`: the bot for Teams, with real authentication and settings from the environment. */
import { parseArgs } from 'node:util';
import { openBot } from '../index.ts';
import { createLog, muteConsole } from '../ops/log.ts';
import { readSettings, SettingsError } from '../settings.ts';
import { command } from './print.ts';

const HELP = `
npm run serve

Serves Teams on PORT (default 3978): POST /api/messages with real token checks, GET /healthz, /readyz, /metrics.
Settings come from the environment; "npm run -s doctor -- --settings" lists them, "npm run -s doctor" checks them.
Needs at least MicrosoftAppId, MicrosoftAppTenantId and MicrosoftAppPassword. For a first look use "npm start".
`;

export const main = (args: string[]): Promise<number> => command(HELP, args, run);

async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const settings = readSettings(process.env);
  if (!settings.authenticated) {
    throw new SettingsError(
      'MicrosoftAppId: is needed to serve Teams; "npm start" is for a first look without an account.',
    );
  }
  let refuse: (reason: unknown) => void = () => {};
  const refused = new Promise<never>((_, reject) => {
    refuse = reject;
  });
  // Heard below; until then it must not end the process by itself.
  refused.catch(() => undefined);
  const bot = await openBot(settings, (reason) => refuse(reason));
  const log = createLog(settings.TRIAGE_LOG_LEVEL);
  muteConsole(log);
  // Node would print the error's own words, and those may be a user's.
  process.once('uncaughtException', (error) => {
    log.error('crashed', error);
    process.exit(1);
  });
  await bot.start();
  const told = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  try {
    await Promise.race([told, refused]);
  } finally {
    await bot.stop();
  }
  return 0;
}
