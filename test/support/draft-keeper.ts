/** The store's drafts in memory; `crash` throws before or after the n-th write, as a process that dies would. */
import type { Draft } from '../../src/model/ticket.ts';
import type { DraftKeeper } from '../../src/tickets/submit/submission.ts';

export class Crash extends Error {
  override name = 'Crash';
}

export class MemoryKeeper implements DraftKeeper {
  readonly drafts = new Map<string, string>();
  readonly writes: Draft['state'][] = [];
  crash: (moment: string) => void = () => {};
  private last: Promise<unknown> = Promise.resolve();

  async get(recordId: string): Promise<Draft | undefined> {
    const text = this.drafts.get(recordId);
    return text === undefined ? undefined : (JSON.parse(text) as Draft);
  }

  async save(draft: Draft): Promise<void> {
    this.crash('before a save');
    this.drafts.set(draft.recordId, JSON.stringify(draft));
    this.writes.push(draft.state);
    this.crash('after a save');
  }

  exclusive<T>(_name: string, work: () => Promise<T>): Promise<T> {
    const next = this.last.then(work, work);
    this.last = next.catch(() => {});
    return next;
  }
}
