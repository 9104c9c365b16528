import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wording } from '../../dialogs/wording.ts';
import { cardWith, fitsAPhone, noBrowser, openClient, type } from '../support/browser.ts';

const missing = noBrowser();
if (missing) console.log(`The browser tests are skipped: ${missing}.`);

describe.skipIf(missing !== null)('in a browser, with the local client', () => {
  let client: Awaited<ReturnType<typeof openClient>>;
  beforeAll(async () => {
    client = await openClient({ TRIAGE_EXPERT_CHANNEL: 'channel-support', TRIAGE_TODAY: '2026-11-20' });
  });
  afterAll(async () => client.close());

  it('welcomes, takes a problem, asks on a card, and gives the verdict', async () => {
    const { page, shot } = client;
    await cardWith(page, wording.welcome.title);
    await shot('1-welcome');
    await type(page, 'kubectl says connection refused on 6443 since this morning. AKS on Windows Server 2022');
    const questions = await cardWith(page, wording.questions.send);
    await shot('2-questions');
    await fitsAPhone(questions, '2-questions-phone');
    await questions.getByRole('textbox').first().fill('1.33.5');
    await questions.getByText(wording.questions.noGates).click();
    await questions.getByRole('button', { name: wording.questions.send }).click();
    const verdict = await cardWith(page, wording.verdict.details);
    expect(await verdict.textContent()).toContain('Eligible');
    await shot('3-verdict');
    await fitsAPhone(verdict, '3-verdict-phone');
  });

  it('goes on after the process was killed', async () => {
    const { page, kill, shot } = client;
    await kill();
    await type(page, 'sorry, it is 1.27');
    await page.getByText(wording.change.title).first().waitFor();
    await shot('4-correction-after-kill');
  });

  it('shows the ticket, and hands over to the experts', async () => {
    const { page, shot } = client;
    await type(page, 'ticket');
    await cardWith(page, wording.ticket.title);
    await shot('5-ticket');
    await type(page, 'person');
    await page.getByText(wording.handoff.sent).first().waitFor();
    await page.getByText('AKS support').first().click();
    const handed = await cardWith(page, wording.handoff.title);
    await handed.getByRole('button', { name: wording.handoff.assign }).click();
    await (await cardWith(page, wording.handoff.states.assigned)).waitFor();
    await shot('6-experts');
    await page.getByText('Personal Chat').first().click();
    await page.getByText(wording.handoff.taken('Alex')).first().waitFor();
  });

  it('searches known issues from the compose box and shows a pasted link as a card', async () => {
    const { page, shot } = client;
    await page.getByLabel('Trigger Message Extension App').first().click();
    await page.getByRole('menuitem', { name: 'Search Command' }).click();
    await page.getByPlaceholder('Enter a search term').fill('mocctl certificate expired');
    await page.keyboard.press('Enter');
    await page.getByText('mocctl certificate expired').first().waitFor();
    await shot('7-search');
    await page.keyboard.press('Escape');
    await page.getByLabel('Trigger Message Extension App').first().click();
    await page.getByRole('menuitem', { name: 'Link Unfurling' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('input').fill('https://github.com/Azure/aksArc/issues/186');
    await dialog.getByText('Azure/aksArc#186').waitFor();
    await shot('8-link');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  it('triages a colleague’s message and leaves a card in the conversation', async () => {
    const { page, shot } = client;
    await page.getByText('Cluster operators').first().click();
    await type(page, 'since the update to 1.28.3 the api server on our Azure Local cluster times out');
    const bubble = page.getByText('since the update to 1.28.3').last();
    await bubble.waitFor();
    await bubble.hover();
    await page.getByLabel('Show more information').last().click();
    await page
      .getByRole('menuitem', { name: /action/i })
      .first()
      .click();
    await page.getByRole('button', { name: 'Create' }).click();
    const preview = await cardWith(page, wording.extension.intro);
    await shot('9-triage-this');
    await preview.getByRole('button', { name: wording.extension.post }).click();
    await cardWith(page, wording.verdict.ticket);
    await page.getByLabel('Send Message').last().click();
    await page.getByRole('button', { name: wording.verdict.ticket }).last().waitFor();
    await shot('10-triage-posted');
  });

  it('answers in the thread of a channel where it is mentioned', async () => {
    const { page, shot } = client;
    await page.getByText('General').first().click();
    await page.locator('[contenteditable=true]').first().click();
    await page.keyboard.type('@');
    await page.locator('[role=listbox], [role=option]').getByText('Arc Triage').last().click();
    await page.keyboard.type(' coredns pods crash on Azure Local 2607, 1.33.5');
    await page.getByRole('button', { name: 'Post' }).click();
    await (await cardWith(page, wording.facts.title)).waitFor();
    await shot('11-channel');
  });
});
