/** What a request of the channel is called, and how it is answered: in the response, in the conversation, or with a sentence. */
import { type Activity, DeliveryModes, type InvokeResponse, TurnContext } from 'botbuilder';
import { type Answer, lockFor } from './answer.ts';
import type { OutboxAdapter } from './outbox-adapter.ts';

export const callerWaits = (activity: Activity): boolean =>
  activity.type === 'invoke' || activity.deliveryMode === DeliveryModes.ExpectReplies;

/** The same as the framework would answer the request with. */
export function bodyOf(context: TurnContext, adapter: OutboxAdapter): InvokeResponse | null {
  if (context.activity.deliveryMode === DeliveryModes.ExpectReplies) {
    return { status: 200, body: { activities: [...context.bufferedReplyActivities] } };
  }
  return adapter.invokeResponse(context) ?? null;
}

/** An edit carries the id of what it edits, and its own time. */
export function keyOf(activity: Activity, turnId: string): string {
  // Without an id nothing can come again; the answer is kept all the same.
  if (!activity.id) return `${activity.channelId}/${activity.conversation?.id}/none/${turnId}`;
  const own =
    activity.type === 'message' || activity.type === 'invoke' ? '' : `/${activity.type}/${String(activity.timestamp)}`;
  return `${activity.channelId}/${activity.conversation?.id}/${activity.id}${own}`;
}

export const lockOf = (activity: Activity) => lockFor(activity.channelId, activity.conversation?.id);

/** A card's button shows a sentence; anything else takes an empty answer. */
export function invokeMessage(activity: Activity, text: string): InvokeResponse {
  if (activity.name !== 'adaptiveCard/action') return { status: 200, body: {} };
  return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text } };
}

export const nothingMore = (activity: Activity): InvokeResponse =>
  activity.deliveryMode === DeliveryModes.ExpectReplies ? { status: 200, body: { activities: [] } } : { status: 200 };

/** The answer of a request whose turn has no answer yet. */
export const sentence = (activity: Activity, text: string): InvokeResponse => {
  if (activity.type === 'invoke') return invokeMessage(activity, text);
  if (activity.deliveryMode !== DeliveryModes.ExpectReplies) return { status: 200 };
  const reply = TurnContext.applyConversationReference(
    { type: 'message', text },
    TurnContext.getConversationReference(activity),
  );
  return { status: 200, body: { activities: [reply] } };
};

/** The caller has gone with a sentence: what it waited for goes into the conversation. */
export function turnedToMessages(answer: Answer): Answer {
  const { activities = [] } = (answer.response?.body ?? {}) as { activities?: Partial<Activity>[] };
  return {
    ...answer,
    outgoing: [...activities.map((activity) => ({ kind: 'send' as const, activity })), ...answer.outgoing],
    response: null,
  };
}
