/** The store's drafts, in memory or over a real one; `crash` throws before or after the n-th write, as a process that dies would. */
import type { Draft } from '../../src/model/ticket.ts';
import type { Store } from '../../src/store/store.ts';
import type { DraftKeeper } from '../../src/tickets/submit/submission.ts';

export class Crash extends Error {
  override name = 'Crash';
}

export class MemoryKeeper implements DraftKeeper {
  /** A real store to keep them in instead. */
  inner: Store['drafts'] | undefined;
  private readonly drafts = new Map<string, string>();
  readonly writes: Draft['state'][] = [];
  crash: (moment: string) => void = () => {};
  private last: Promise<unknown> = Promise.resolve();

  async get(recordId: string): Promise<Draft | undefined> {
    if (this.inner) return this.inner.get(recordId);
    const text = this.drafts.get(recordId);
    return text === undefined ? undefined : (JSON.parse(text) as Draft);
  }

  async save(draft: Draft): Promise<void> {
    this.crash('before a save');
    if (this.inner) await this.inner.save(draft);
    else this.drafts.set(draft.recordId, JSON.stringify(draft));
    this.writes.push(draft.state);
    this.crash('after a save');
  }

  exclusive<T>(_name: string, work: () => Promise<T>): Promise<T> {
    const next = this.last.then(work, work);
    this.last = next.catch(() => {});
    return next;
  }
}
