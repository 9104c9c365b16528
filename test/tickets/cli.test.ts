import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../src/cli/ticket.ts';
import { openStore } from '../../src/store/open.ts';
import { bashArguments, options } from '../support/shell-words.ts';
import { FakeSupport } from '../support/support-service.ts';
import { ANSWERS, fullDraft, ticketRecord } from '../support/ticket-cases.ts';

let folder: string;
let said: string[];
let complained: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ticket-'));
  said = [];
  complained = [];
  vi.spyOn(console, 'log').mockImplementation((text) => void said.push(String(text)));
  vi.spyOn(console, 'error').mockImplementation((text) => void complained.push(String(text)));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const file = (value: unknown): string => {
  const path = join(folder, 'x.json');
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
};
const settings = Object.entries(ANSWERS).flatMap(([name, value]) => ['--set', `${name}=${value}`]);

describe('npm run -s ticket', () => {
  it('prints every way out of a report', async () => {
    expect(await main(['--report', file(ticketRecord().report)])).toBe(0);
    const all = said.join('\n');
    for (const words of [
      'Azure portal',
      'az support in-subscription tickets create',
      'New-AzSupportTicket',
      'Azure Support API',
      'github.com/Azure/aksArc',
      'Logs to collect',
      'Still empty',
    ])
      expect(all).toContain(words);
  });

  it('prints one way out so that a shell can take it', async () => {
    expect(await main(['--report', file(ticketRecord()), '--exit', 'az', ...settings])).toBe(0);
    const [bash = ''] = said;
    expect(options(bashArguments(bash)).values['--title']).toBe(fullDraft().title);
    expect(complained.join()).toContain('az 2.57');
  });

  it.each(['portal', 'az', 'powershell', 'api', 'github', 'text'])('has the way out %s', async (kind) => {
    expect(await main(['--report', file(ticketRecord()), '--exit', kind])).toBe(0);
    expect(said.join('').length).toBeGreaterThan(100);
  });

  it('prints JSON for programs', async () => {
    await main(['--report', file(ticketRecord()), '--json', '--plan', 'standard']);
    const { draft, exits, withheld } = JSON.parse(said.join('\n'));
    expect(draft.ticketName).toBe('aks-arc-r-1');
    expect(exits[0].kind).toBe('portal');
    expect(withheld.length).toBeGreaterThan(0);
  });

  it('takes a record from the store, and the draft that was begun for it', async () => {
    const url = join(folder, 'triage.db');
    vi.stubEnv('TRIAGE_DB', url);
    const store = await openStore(url);
    await store.records.save(ticketRecord());
    await store.close();
    expect(await main(['--record', 'r-1', '--exit', 'text'])).toBe(0);
    const again = await openStore(url);
    await again.drafts.save({ ...fullDraft(), title: 'Begun before' });
    await again.close();
    said.length = 0;
    expect(await main(['--record', 'r-1', '--exit', 'text'])).toBe(0);
    expect(said.join('\n')).toContain('Begun before');
    expect(await main(['--record', 'nobody'])).toBe(1);
  });

  it('keeps what was set with the record, and sends only after the preview was confirmed by name', async () => {
    const url = join(folder, 'triage.db');
    vi.stubEnv('TRIAGE_DB', url);
    const store = await openStore(url);
    await store.records.save(ticketRecord());
    await store.close();
    const support = new FakeSupport().listen();
    expect(await main(['--record', 'r-1', '--send'])).toBe(1);
    expect(complained.join()).toMatch(/no Azure identity/);
    vi.stubEnv('AZURE_ACCESS_TOKEN', 'token-1');
    expect(await main(['--record', 'r-1', '--send', ...settings])).toBe(0);
    expect(said.join('\n')).toContain('--send --confirm aks-arc-r-1');
    expect(support.made).toBe(0);
    expect(await main(['--record', 'r-1', '--send', '--confirm', 'something'])).toBe(2);
    expect(await main(['--record', 'r-1', '--send', '--confirm', 'aks-arc-r-1'])).toBe(0);
    expect(await main(['--record', 'r-1', '--send', '--confirm', 'aks-arc-r-1'])).toBe(0);
    expect(said.join('\n')).toContain('Ticket 261120001 is made. First answer is due by');
    expect(support.made).toBe(1);
    expect(support.tickets.get('aks-arc-r-1')?.body.properties).toMatchObject({
      contactDetails: { firstName: 'Jane' },
    });
  });

  it('says what is missing or refused instead of sending', async () => {
    const url = join(folder, 'triage.db');
    vi.stubEnv('TRIAGE_DB', url);
    vi.stubEnv('AZURE_ACCESS_TOKEN', 'token-1');
    const store = await openStore(url);
    await store.records.save(ticketRecord());
    await store.close();
    const support = new FakeSupport().listen();
    expect(await main(['--record', 'r-1', '--send', '--confirm', 'aks-arc-r-1'])).toBe(1);
    expect(complained.join()).toContain('Still empty: problem type');
    support.behaviour.refusal = { status: 403, body: { error: { code: 'AuthorizationFailed', message: 'no' } } };
    expect(await main(['--record', 'r-1', '--send', '--confirm', 'aks-arc-r-1', ...settings])).toBe(1);
    expect(complained.join()).toMatch(/Support Request Contributor[\s\S]*portal\.azure\.com/);
  });

  it('says why a way out is held back, and fails', async () => {
    const record = ticketRecord({ report: { scope: 'out_of_scope', component: 'third_party_closed' } });
    expect(await main(['--report', file(record), '--exit', 'az'])).toBe(1);
    expect(complained.join()).toMatch(/vendor/);
  });

  it.each([
    [[], 2],
    [['--record', 'a', '--report', 'b'], 2],
    [['--report', 'x', '--exit', 'fax'], 2],
    [['--report', 'x', '--plan', 'gold'], 2],
    [['--report', 'x', '--role', 'king'], 2],
    [['--report', 'x', '--send'], 2],
    [['--nonsense'], 2],
    [['--report', '/does/not/exist'], 2],
    [['--help'], 0],
  ] as [string[], number][])('%j ends with %i', async (args, code) => expect(await main(args)).toBe(code));

  it('refuses a file that is no report, and a setting that names no field', async () => {
    expect(await main(['--report', file('{"a":1}')])).toBe(1);
    expect(complained.join()).toMatch(/no triage report/);
    expect(await main(['--report', file('{')])).toBe(1);
    expect(await main(['--report', file(ticketRecord()), '--set', 'colour=red'])).toBe(2);
  });

  it('tells of a value it did not take', async () => {
    await main(['--report', file(ticketRecord()), '--exit', 'text', '--set', 'country=Atlantis']);
    expect(complained.join()).toMatch(/two or three letters/);
  });
});
