/** What Teams knows of a person and a ticket needs: name, mail, country, time zone, language. */
import { TeamsInfo, type TurnContext } from 'botbuilder';

const FIELD_CHARS_MAX = 200;

type ClientInfo = { locale?: unknown; country?: unknown; timezone?: unknown };

/** Names of tickets' contact profile; what is not known is left out. */
export async function profileOf(context: TurnContext): Promise<Record<string, string>> {
  const { from, entities = [], locale } = context.activity;
  const client = (entities.find(({ type }) => type === 'clientInfo') ?? {}) as ClientInfo;
  const member = await memberOf(context);
  const found: Record<string, unknown> = {
    name: from?.name,
    firstName: member?.givenName,
    lastName: member?.surname,
    mail: member?.email,
    country: client.country,
    timeZone: client.timezone,
    locale: client.locale ?? locale,
  };
  return Object.fromEntries(
    Object.entries(found).filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && entry[1] !== '' && entry[1].length <= FIELD_CHARS_MAX,
    ),
  );
}

type Member = { givenName?: string; surname?: string; email?: string };

/** The member's entry of the conversation; other channels, and conversations without the bot, have none. */
async function memberOf(context: TurnContext): Promise<Member | undefined> {
  const { channelId, from, deliveryMode } = context.activity;
  if (channelId !== 'msteams' || deliveryMode === 'expectReplies') return undefined;
  try {
    return await TeamsInfo.getMember(context, from.id);
  } catch {
    // Not in the roster, or the roster is away: the ticket then asks for the name and mail.
    return undefined;
  }
}
