/** Reads an activity of Teams into what was said: mentions stripped, tables and code kept, the place and the person named. */
import type { Activity } from 'botbuilder';
import { CARD_TYPE } from '../../dialogs/cards/card.ts';
import type { Said } from '../../dialogs/conversation.ts';
import { plainText } from '../text/clean.ts';

/** Text longer than this is cut at the door; the services mask and judge what is left. */
const TEXT_CHARS_MAX = 1_000_000;
const NAME_CHARS_MAX = 100;
/** Formatting that the plain text of an activity loses, and that outputs need. */
const KEEPS_LINES = /<(?:pre|table|code|codeblock|br|li)[\s/>]/i;

/** The Entra id where there is one: it is the same in every conversation. */
export const userIdOf = (activity: Partial<Activity>): string =>
  activity.from?.aadObjectId || activity.from?.id || 'unknown';

export const isPersonal = (activity: Partial<Activity>): boolean => {
  const { conversation } = activity;
  return conversation?.conversationType ? conversation.conversationType === 'personal' : !conversation?.isGroup;
};

export const isExpert = (activity: Partial<Activity>, experts: readonly string[]): boolean =>
  [activity.from?.aadObjectId, activity.from?.id].some((id) => id !== undefined && experts.includes(id));

/** The words of a message: from its HTML where the plain text has lost lines, else from the text. */
export function textOf(activity: Partial<Activity>): string {
  const html = activity.attachments?.find(({ contentType }) => contentType === 'text/html')?.content;
  const plain = typeof activity.text === 'string' ? activity.text : '';
  if (typeof html === 'string' && KEEPS_LINES.test(html) && !plain.includes('\n'))
    return plainText(html.slice(0, TEXT_CHARS_MAX)).trim();
  return withoutMention(plain, activity).slice(0, TEXT_CHARS_MAX);
}

/** Every mention of the bot, wherever it stands and however it is written. */
function withoutMention(text: string, activity: Partial<Activity>): string {
  const name = activity.recipient?.name;
  const mentions = (activity.entities ?? []).flatMap((entity) =>
    entity.type === 'mention' &&
    entity.mentioned?.id !== undefined &&
    entity.mentioned.id === activity.recipient?.id &&
    typeof entity.text === 'string' &&
    entity.text !== ''
      ? [entity.text as string]
      : [],
  );
  let rest = text;
  for (const mention of [...mentions, ...(name ? [`<at>${name}</at>`] : [])]) rest = rest.split(mention).join(' ');
  return rest.replace(/&nbsp;/g, ' ').trim();
}

/** A card of ours that was sent from the compose box comes back as a message; it says nothing. */
export const isOwnCard = (activity: Partial<Activity>): boolean =>
  (activity.attachments ?? []).some(
    ({ contentType, content }) =>
      contentType === CARD_TYPE ||
      (contentType === 'text/html' && typeof content === 'string' && content.includes('inline-compose-card')),
  ) && activity.value === undefined;

export function saidIn(activity: Partial<Activity>, options: { experts: readonly string[]; now: Date }): Said {
  const { value } = activity;
  const pressed = typeof value === 'object' && value !== null && !Array.isArray(value);
  return {
    text: textOf(activity),
    value: pressed ? (value as Record<string, unknown>) : null,
    user: { id: userIdOf(activity), name: (activity.from?.name ?? '').slice(0, NAME_CHARS_MAX) },
    expert: isExpert(activity, options.experts),
    place: isPersonal(activity) ? 'personal' : 'group',
    tenantId: activity.conversation?.tenantId ?? null,
    conversationId: activity.conversation?.id ?? 'unknown',
    now: options.now.toISOString(),
  };
}
