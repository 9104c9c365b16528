// What of a message goes to the disk while it waits.
import type { Activity } from 'botbuilder';
import { describe, expect, it } from 'vitest';
import { isOwnCard } from '../../src/bot/said-in.ts';
import { createWaitingRoom } from '../../src/bot/waiting.ts';
import type { Spool } from '../../src/store/spool.ts';

const mask = (text: string) => text.replaceAll('hunter2', '***');
const message = (more: Partial<Activity>) =>
  ({
    type: 'message',
    id: '1',
    channelId: 'msteams',
    from: { id: 'a' },
    recipient: { id: 'bot' },
    conversation: { id: 'c' },
    text: '',
    ...more,
  }) as Activity;

/** The lines on the disk, and what the next process makes of them. */
function afterRestart(...activities: Activity[]): { lines: string[]; found: Activity[] } {
  const lines: string[] = [];
  const spool = (left: readonly string[]): Spool => ({
    takeOver: () => [...left],
    add: (line) => lines.push(line) > 0,
    clear() {},
    close() {},
  });
  const first = createWaitingRoom(spool([]), mask);
  for (const [at, activity] of activities.entries())
    expect(first.keep({ key: String(at), turnId: `t${at}`, activity, running: false })).toBe(true);
  const next = createWaitingRoom(spool(lines), mask);
  return { lines, found: next.list().map((entry) => entry.activity) };
}

describe('a message that waits', () => {
  it('stands on the disk without a credential, wherever it was written', () => {
    const html = { contentType: 'text/html', content: '<pre>password<br>hunter2</pre>' };
    const { lines, found } = afterRestart(
      message({ text: 'my password is hunter2' }),
      message({ text: 'password hunter2', attachments: [html] }),
      message({ value: { note: 'hunter2', list: [{ deep: 'hunter2' }] } }),
    );
    expect(lines.join()).not.toContain('hunter2');
    expect(found.map(({ text }) => text)).toEqual(['my password is ***', 'password\n***', '']);
    expect(found[2]?.value).toEqual({ note: '***', list: [{ deep: '***' }] });
  });

  it('is known again for a card of ours, in either form Teams gives it', () => {
    const adaptive = { contentType: 'application/vnd.microsoft.card.adaptive', content: { body: [] } };
    const inline = { contentType: 'text/html', content: '<div data-type="inline-compose-card"></div>' };
    const { found } = afterRestart(
      message({ attachments: [adaptive] }),
      message({ attachments: [inline] }),
      message({}),
    );
    expect(found.map(isOwnCard)).toEqual([true, true, false]);
  });
});
