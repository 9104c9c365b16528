/** What has to be right about an activity before anybody looks at it; the rest is checked where it is used. */
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { isHarmless } from '../ops/limits.ts';

/** Cards nest about twenty levels; a message has some dozens of parts. */
const DEPTH_MAX = 40;
const PARTS_MAX = 20_000;
const ID_MAX = 1000;

const id = z.string().max(ID_MAX);
const word = id.nullish();
const account = z.looseObject({ id, name: word, aadObjectId: word, role: word });
const date = z
  .string()
  .max(64)
  .transform((text) => new Date(text))
  .refine((day) => !Number.isNaN(day.getTime()))
  .optional();

const Incoming = z.looseObject({
  type: z.string().min(1).max(64),
  id: id.optional(),
  name: word,
  channelId: z.string().min(1).max(100).default('msteams'),
  /** Left out by clients that read the answer from the response and offer no address to send to. */
  serviceUrl: z.string().max(2000).default(''),
  timestamp: date,
  localTimestamp: date.catch(undefined),
  expiration: date.catch(undefined),
  from: account,
  /** Clients other than Teams leave it out; the framework needs somebody. */
  recipient: account.nullish().transform((bot) => bot ?? { id: 'bot' }),
  conversation: z.looseObject({
    id: id.min(1),
    name: word,
    tenantId: word,
    conversationType: word,
    aadObjectId: word,
    role: word,
    isGroup: z.boolean().nullish(),
  }),
  text: z.string().nullish(),
  textFormat: word,
  locale: word,
  deliveryMode: word,
  action: word,
  replyToId: word,
  channelData: z
    .looseObject({ tenant: z.looseObject({ id: word }).nullish(), eventType: word })
    .nullish()
    .transform((data) => data ?? {}),
  attachments: z.array(z.looseObject({ contentType: word, contentUrl: z.string().nullish(), name: word })).nullish(),
  entities: z
    .array(
      z.looseObject({ type: z.string(), text: z.string().nullish(), mentioned: account.nullish(), timezone: word }),
    )
    .nullish(),
  reactionsAdded: z.array(z.looseObject({ type: word })).nullish(),
  reactionsRemoved: z.array(z.looseObject({ type: word })).nullish(),
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish(),
});

const scalar = z.union([z.string(), z.number(), z.boolean()]).nullish();
const record = z.record(z.string(), z.unknown());
const messageOfTeams = z.looseObject({
  id: z.string().nullish(),
  body: z.looseObject({ content: z.string().nullish(), contentType: z.string().nullish() }).nullish(),
  from: z.looseObject({}).nullish(),
  linkToMessage: z.string().nullish(),
});
const action = z.looseObject({
  commandId: z.string().nullish(),
  commandContext: z.string().nullish(),
  data: z.union([record, z.string()]).nullish(),
  messagePayload: messageOfTeams.nullish(),
});

/** What the invokes we answer carry; anything else in them is the caller's fault. */
const VALUES: Record<string, z.ZodType> = {
  'composeExtension/query': z.looseObject({
    commandId: z.string().nullish(),
    parameters: z.array(z.looseObject({ name: z.string().nullish(), value: scalar })).nullish(),
    queryOptions: z.looseObject({ skip: z.number().nullish(), count: z.number().nullish() }).nullish(),
  }),
  'composeExtension/queryLink': z.looseObject({ url: z.string() }),
  'composeExtension/anonymousQueryLink': z.looseObject({ url: z.string() }),
  'composeExtension/fetchTask': action,
  'composeExtension/submitAction': action,
  'adaptiveCard/action': z.looseObject({
    action: z.looseObject({ type: z.string(), verb: z.string().nullish(), data: record.nullish() }),
  }),
};

/** The activity, or undefined where it is none or too much of one. */
export function parseActivity(body: unknown): Activity | undefined {
  if (!isHarmless(body, DEPTH_MAX, PARTS_MAX)) return undefined;
  const result = Incoming.safeParse(body);
  if (!result.success) return undefined;
  const { type, name } = result.data;
  const value = type === 'invoke' && name && Object.hasOwn(VALUES, name) ? VALUES[name] : undefined;
  if (value && !value.safeParse(result.data.value).success) return undefined;
  // Null and absent mean the same to every sender, but not to the framework.
  return withoutNulls(result.data) as unknown as Activity;
}

const withoutNulls = (record: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
