/**
 * Messages that came while the store was away, and slow ones whose request had to be answered before their turn was over. They
 * are on a disk, with credentials masked, until their turn is stored; what a process left that has ended another one deals with.
 */
import type { Activity } from 'botbuilder';
import { CARD_TYPE } from '../../dialogs/cards/card.ts';
import type { Spool } from '../store/spool.ts';
import { parseActivity } from './activity.ts';
import { isOwnCard, textOf } from './said-in.ts';

/** The store knows for a day what was answered; older words would be answered twice. */
const AGE_MAX_MS = 23 * 3600_000;
const ENTRIES_MAX = 5000;

export type Waiting = {
  key: string;
  turnId: string;
  activity: Activity;
  /** Its turn is under way in this process, only slow. */
  running: boolean;
};

export type WaitingRoom = {
  /** True once the message is safe; false where no disk takes it. */
  keep(entry: Waiting): boolean;
  get(key: string): Waiting | undefined;
  /** Adds what processes left that have ended; at the start it is done already. */
  takeOver(): void;
  /** In the order they came. */
  list(): Waiting[];
  done(key: string): void;
  close(): void;
};

export function createWaitingRoom(spool: Spool | undefined, mask: (text: string) => string): WaitingRoom {
  const entries = new Map<string, Waiting>();
  const takeOver = () => {
    const lines = spool?.takeOver() ?? [];
    for (const line of lines) {
      const entry = parse(line);
      if (entry && !entries.has(entry.key)) entries.set(entry.key, entry);
    }
    if (lines.length > 0 && entries.size === 0) spool?.clear();
  };
  takeOver();

  return {
    takeOver,
    keep(entry) {
      if (!spool || entries.size >= ENTRIES_MAX) return false;
      const activity = kept(entry.activity, mask);
      if (!spool.add(JSON.stringify({ ...entry, activity, at: Date.now() }))) return false;
      entries.set(entry.key, { ...entry, activity });
      return true;
    },
    get: (key) => entries.get(key),
    list: () => [...entries.values()],
    done(key) {
      if (entries.delete(key) && entries.size === 0) spool?.clear();
    },
    close: () => spool?.close(),
  };
}

/** A line that was cut off by the end of its process was promised to nobody. */
function parse(line: string): Waiting | undefined {
  try {
    const { key, turnId, activity, at } = JSON.parse(line);
    const checked = parseActivity(activity);
    if (!checked || typeof key !== 'string' || typeof turnId !== 'string') return undefined;
    return Date.now() - at < AGE_MAX_MS ? { key, turnId, activity: checked, running: false } : undefined;
  } catch {
    return undefined;
  }
}

/** By its kind alone it is known again for a card of ours, which says nothing. */
const OWN_CARD = { contentType: CARD_TYPE };

/** What the turn needs, with nothing readable that is masked elsewhere. */
function kept(activity: Activity, mask: (text: string) => string): Activity {
  const { attachments: __, deliveryMode: _, ...rest } = activity;
  return {
    ...rest,
    // Whoever waited for the answer in the response has gone by then.
    text: mask(textOf(activity)),
    ...(isOwnCard(activity) ? { attachments: [OWN_CARD] } : {}),
    ...(activity.value === undefined ? {} : { value: masked(activity.value, mask) }),
  } as Activity;
}

function masked(value: unknown, mask: (text: string) => string): unknown {
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return value.map((one) => masked(one, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, masked(one, mask)]));
}
