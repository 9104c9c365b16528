/** What has to be right about an activity before anybody looks at it; the rest is checked where it is used. */
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { isHarmless } from '../ops/limits.ts';

/** Cards nest about twenty levels; a message has some dozens of parts. */
const DEPTH_MAX = 40;
const PARTS_MAX = 20_000;
const ID_MAX = 1000;

const id = z.string().max(ID_MAX);
const account = z.looseObject({ id, name: z.string().nullish() });
const date = z
  .string()
  .max(64)
  .transform((text) => new Date(text))
  .refine((day) => !Number.isNaN(day.getTime()))
  .optional();

const Incoming = z.looseObject({
  type: z.string().min(1).max(64),
  id: id.optional(),
  name: id.nullish(),
  channelId: z.string().min(1).max(100).default('msteams'),
  /** Left out by clients that read the answer from the response and offer no address to send to. */
  serviceUrl: z.string().max(2000).default(''),
  timestamp: date,
  localTimestamp: date.catch(undefined),
  expiration: date.catch(undefined),
  from: account,
  /** Clients other than Teams leave it out; the framework needs somebody. */
  recipient: account.nullish().transform((bot) => bot ?? { id: 'bot' }),
  conversation: z.looseObject({ id: id.min(1), tenantId: id.nullish() }),
  text: z.string().nullish(),
  channelData: z.looseObject({}).nullish(),
  replyToId: id.nullish(),
  attachments: z.array(z.looseObject({})).nullish(),
  entities: z.array(z.looseObject({ type: z.string().optional() })).nullish(),
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish(),
});

/** The activity, or undefined where it is none or too much of one. */
export function parseActivity(body: unknown): Activity | undefined {
  if (!isHarmless(body, DEPTH_MAX, PARTS_MAX)) return undefined;
  const result = Incoming.safeParse(body);
  // Null and absent mean the same to every sender, but not to the framework.
  return result.success ? (withoutNulls(result.data) as unknown as Activity) : undefined;
}

const withoutNulls = (record: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
