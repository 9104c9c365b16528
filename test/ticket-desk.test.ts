import { describe, expect, it } from 'vitest';
import { UserError } from '../dialogs/services.ts';
import { memoryStore } from '../src/store/open.ts';
import { createTicketDesk } from '../src/ticket-desk.ts';
import { FakeSupport } from './support/support-service.ts';
import { ANSWERS, NOW, ticketRecord } from './support/ticket-cases.ts';

const TOKEN = { AZURE_ACCESS_TOKEN: 'token-1' };

async function desk(env: Record<string, string> = TOKEN) {
  const store = await memoryStore();
  const record = ticketRecord();
  const tickets = createTicketDesk({ store, env, now: () => NOW });
  await tickets.draft(record);
  return { store, record, tickets, sending: tickets.sending(async () => record) };
}

describe('the ticket desk', () => {
  it('keeps what a person edited when the triage goes on', async () => {
    const { tickets, record } = await desk();
    await tickets.edit(record, { title: 'DNS of plant 7 is down' });
    const later = { ...record, updatedAt: '2026-11-21T00:00:00Z' };
    const draft = await tickets.draft(later);
    expect(draft.title).toBe('DNS of plant 7 is down');
  });

  it('keeps the right values and says which is wrong', async () => {
    const { tickets, record } = await desk();
    await expect(tickets.edit(record, { country: 'Atlantis', title: 'kept all the same' })).rejects.toBeInstanceOf(
      UserError,
    );
    expect((await tickets.draft(record)).title).toBe('kept all the same');
  });

  it('sends nothing where no identity is configured', async () => {
    const { sending } = await desk({});
    expect(sending).toBeUndefined();
  });

  it('shows what would leave, then sends it once, by the name that was shown', async () => {
    const support = new FakeSupport().listen();
    const { sending, tickets, record } = await desk();
    await tickets.edit(record, ANSWERS);
    const preview = await sending?.preview(record.id, 'u1');
    expect(preview?.problems).toEqual([]);
    expect(support.made).toBe(0);
    await expect(sending?.send(record.id, 'u1', 'another-name')).rejects.toBeInstanceOf(UserError);
    const name = preview?.draft.ticketName ?? '';
    const outcome = await sending?.send(record.id, 'u1', name);
    expect(outcome).toMatchObject({ kind: 'created', text: expect.stringContaining('is made') });
    await sending?.send(record.id, 'u1', name);
    expect(support.made).toBe(1);
  });

  it('says what is missing instead of sending', async () => {
    new FakeSupport().listen();
    const { sending, record, tickets } = await desk();
    const { ticketName } = await tickets.draft(record);
    const outcome = await sending?.send(record.id, 'u1', ticketName);
    expect(outcome).toMatchObject({ kind: 'incomplete', text: expect.stringContaining('Still empty') });
  });

  it('asks whose record it is before anything else', async () => {
    const { tickets, record } = await desk();
    const refused = tickets.sending(async () => {
      throw new UserError('not yours');
    });
    await expect(refused?.preview(record.id, 'somebody')).rejects.toThrow('not yours');
    await expect(refused?.send(record.id, 'somebody', 'x')).rejects.toThrow('not yours');
  });
});
