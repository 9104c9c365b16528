/** Shows that the bot is at work, for anything that a person would notice. */
import { ActivityTypes, DeliveryModes, type TurnContext } from 'botbuilder';

/** Quicker answers need no indicator; it would only flicker. */
const TYPING_AFTER_MS = 600;
/** Teams takes the indicator away after a few seconds. */
const TYPING_AGAIN_MS = 3000;

export async function whileTyping(context: TurnContext, work: () => Promise<void>): Promise<void> {
  const { activity } = context;
  if (activity.type === ActivityTypes.Invoke || activity.deliveryMode === DeliveryModes.ExpectReplies) return work();
  let timer: NodeJS.Timeout | undefined;
  let shown: Promise<unknown> = Promise.resolve();
  const show = () => {
    // An indicator that does not arrive is no reason to fail the turn.
    shown = context.sendActivity({ type: ActivityTypes.Typing }).catch(() => undefined);
    timer = setTimeout(show, TYPING_AGAIN_MS);
  };
  timer = setTimeout(show, TYPING_AFTER_MS);
  try {
    await work();
  } finally {
    clearTimeout(timer);
    // The indicator must have left before the answer, or it would stay after it.
    await shown;
  }
}
