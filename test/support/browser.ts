/** Debian's Chromium before Microsoft's local client, with the real bot behind it as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Locator, type Page } from 'playwright-core';
import { freePort, startPlayground } from '../../src/playground.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Kept by the build as artefacts. */
const SHOTS = join(ROOT, 'test-results');
const CHROMIUM = process.env.TRIAGE_BROWSER || '/usr/bin/chromium';
const READY_WITHIN_MS = 20_000;
const SEEN_WITHIN_MS = 15_000;
const DESKTOP = { width: 1280, height: 1000 };

/** Why browser tests cannot run here, or null. */
export const noBrowser = (): string | null =>
  existsSync(CHROMIUM) ? null : `there is no ${CHROMIUM}; install Debian's chromium or set TRIAGE_BROWSER`;

export async function startBotProcess(
  port: number,
  store: string,
  env: Record<string, string> = {},
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(ROOT, 'src/run.js'), 'start', '--no-client'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: String(port), TRIAGE_DB: store, ...env },
  });
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('The bot did not start in time.')), READY_WITHIN_MS);
    child.once('exit', (code) => reject(new Error(`The bot ended with ${code}.`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      if (!chunk.toString().includes('listens')) return;
      clearTimeout(late);
      resolve();
    });
  });
  return child;
}

export async function openClient(env: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'triage-browser-'));
  const port = await freePort();
  const store = join(folder, 'triage.db');
  let bot = await startBotProcess(port, store, env);
  const playground = await startPlayground({
    bot: `http://127.0.0.1:${port}/api/messages`,
    folder,
    port: await freePort(),
  });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: DESKTOP });
  page.setDefaultTimeout(SEEN_WITHIN_MS);
  await page.goto(playground.url);
  mkdirSync(SHOTS, { recursive: true });
  return {
    page,
    shot: (name: string) => page.screenshot({ path: join(SHOTS, `${name}.png`) }),
    /** The process dies as if the power went, and another takes its place. */
    async kill() {
      const gone = new Promise((resolve) => bot.once('exit', resolve));
      bot.kill('SIGKILL');
      await gone;
      bot = await startBotProcess(port, store, env);
    },
    async close() {
      await browser.close();
      await playground.stop();
      const gone = new Promise((resolve) => bot.once('exit', resolve));
      bot.kill('SIGTERM');
      await gone;
    },
  };
}

export async function type(page: Page, text: string): Promise<void> {
  const box = page.locator('[contenteditable=true]').first();
  await box.click();
  await box.fill(text);
  await page.keyboard.press('Enter');
}

/** The newest card with these words; waits until it is there. */
export async function cardWith(page: Page, words: string): Promise<Locator> {
  const card = page.locator('.ac-adaptiveCard', { hasText: words }).last();
  await card.waitFor();
  return card;
}

/** What Teams leaves for a card on a phone. */
const PHONE_CARD_PX = 320;

/** The card at a phone's width: nothing may stick out to the side. Keeps a picture, and the card as it was. */
export async function fitsAPhone(card: Locator, name: string): Promise<void> {
  const sticksOut = await card.evaluate((element, width) => {
    element.style.width = `${width}px`;
    return element.scrollWidth - element.clientWidth;
  }, PHONE_CARD_PX);
  // High enough that nothing of the client covers the card.
  await card.page().setViewportSize({ ...DESKTOP, height: 2600 });
  await card.screenshot({ path: join(SHOTS, `${name}.png`) });
  await card.page().setViewportSize(DESKTOP);
  await card.evaluate((element) => {
    element.style.width = '';
  });
  if (sticksOut > 1) throw new Error(`${name}: ${sticksOut} pixels stick out at a phone's width.`);
}
