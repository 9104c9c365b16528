/** Shows that the bot is at work, for anything that a person would notice. */
import { ActivityTypes, DeliveryModes, type TurnContext } from 'botbuilder';

/** Quicker answers need no indicator; it would only flicker. */
const TYPING_AFTER_MS = 600;
/** Teams takes the indicator away after a few seconds. */
const TYPING_AGAIN_MS = 3000;
/** After this an indicator is not enough: the person is told that the answer comes later. */
export const TELL_AFTER_MS = 8000;

/** `tell` says once that it takes longer, in a way that does not wait for the end of the turn. */
export async function whileTyping(
  context: TurnContext,
  work: () => Promise<void>,
  tell: () => Promise<void>,
  tellAfterMs = TELL_AFTER_MS,
): Promise<void> {
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
  let told: Promise<unknown> = Promise.resolve();
  const late = setTimeout(() => {
    told = tell().catch(() => undefined);
  }, tellAfterMs);
  try {
    await work();
  } finally {
    clearTimeout(timer);
    clearTimeout(late);
    // The indicator must have left before the answer, or it would stay after it.
    await Promise.all([shown, told]);
  }
}
