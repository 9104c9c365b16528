/** `npm start`: the bot and a local Teams-like client, for a first look and for development. */
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { openBot } from '../index.ts';
import { startPlayground } from '../playground.ts';
import { readSettings } from '../settings.ts';
import { command, paint } from './print.ts';

const HELP = `
npm start                    the bot and a local Teams-like client; prints the address to open
npm start -- --no-client     the bot alone, on loopback: POST activities to http://127.0.0.1:3978/api/messages

Needs no account, no token and no network. What you type is kept in data/triage.db on this machine.
PORT sets the bot's port, TRIAGE_DB the file, TRIAGE_TODAY the day to count from, TRIAGE_EDITION the policy.
`;

/** Without these the bot asks nobody for a token, and listens to this machine alone. */
const CREDENTIALS = /^MicrosoftApp/;

export const main = (args: string[]): Promise<number> => command(HELP, args, run);

async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { 'no-client': { type: 'boolean' } } });
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !CREDENTIALS.test(name)));
  const settings = readSettings({ TRIAGE_LOG_LEVEL: 'warn', TRIAGE_SYNC_MINUTES: '0', ...env, HOST: '127.0.0.1' });
  const bot = await openBot(settings);
  const { port } = await bot.start();
  const address = `http://127.0.0.1:${port}/api/messages`;
  console.log(`The bot listens on ${address}`);
  const client = values['no-client'] ? undefined : await opened(address, settings.TRIAGE_DB, bot.stop);
  if (client)
    console.log(
      `\n  Open ${paint('bold', client.url)} in your browser and tell it what is wrong.\n  Ctrl-C stops both.\n`,
    );
  const reason = await untilTold(client?.process);
  if (reason === 'client') console.error('The local client has stopped; so does the bot.');
  await client?.stop();
  await bot.stop();
  return reason === 'client' ? 1 : 0;
}

async function opened(bot: string, store: string, stop: () => Promise<void>) {
  try {
    return await startPlayground({ bot, folder: store.includes('://') ? 'data' : dirname(store) });
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Waits for Ctrl-C, a polite kill, or the end of the client. */
function untilTold(
  client: { once(event: 'exit', heard: () => void): unknown } | undefined,
): Promise<'told' | 'client'> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve('told'));
    process.once('SIGTERM', () => resolve('told'));
    client?.once('exit', () => resolve('client'));
  });
}
