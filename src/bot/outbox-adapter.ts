/**
 * Bot Framework's adapter, with one change: while a turn runs under `collecting`, what it sends is put aside. It leaves after
 * everything the turn wrote is safely stored, so a process killed in the middle has said nothing it does not remember.
 */
import {
  type Activity,
  ActivityTypes,
  CloudAdapter,
  type ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
  INVOKE_RESPONSE_KEY,
  type InvokeResponse,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';

/** Who sent an activity, as far as the checks of its token go. */
export type Sender = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;

export type Outgoing = { kind: 'send' | 'update'; activity: Partial<Activity> };

const OUTBOX = Symbol('outbox');
/** Shown at once or never: a typing indicator after the answer would be wrong. */
const AT_ONCE: ReadonlySet<string> = new Set([
  ActivityTypes.Typing,
  ActivityTypes.InvokeResponse,
  ActivityTypes.Trace,
  'delay',
]);

export class OutboxAdapter extends CloudAdapter {
  /** One turn for an activity whose sender has been checked. */
  run(
    sender: Sender,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(sender, activity, logic);
  }

  /** Runs `work` and gives what it wanted to send; for `expectReplies` that is what the framework itself has collected. */
  async collecting(context: TurnContext, work: (outbox: Outgoing[]) => Promise<void>): Promise<Outgoing[]> {
    const outbox: Outgoing[] = [];
    context.turnState.set(OUTBOX, outbox);
    try {
      await work(outbox);
    } finally {
      context.turnState.delete(OUTBOX);
    }
    return outbox;
  }

  invokeResponse(context: TurnContext): InvokeResponse | undefined {
    return (context.turnState.get(INVOKE_RESPONSE_KEY) as { value?: InvokeResponse } | undefined)?.value;
  }

  /** Sends one of the things put aside. */
  async post(context: TurnContext, { kind, activity }: Outgoing): Promise<void> {
    if (kind === 'send') await super.sendActivities(context, [{ ...activity }]);
    else await super.updateActivity(context, activity as Activity);
  }

  /** Calls `logic` with a context that can send into a conversation although nobody has just written there. */
  async later(
    appId: string,
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    await this.continueConversationAsync(appId, reference, logic);
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const outbox = context.turnState.get(OUTBOX) as Outgoing[] | undefined;
    if (!outbox) return super.sendActivities(context, activities);
    const responses: ResourceResponse[] = [];
    for (const activity of activities) {
      if (AT_ONCE.has(activity.type ?? '')) {
        responses.push(...(await super.sendActivities(context, [activity])));
      } else {
        outbox.push({ kind: 'send', activity });
        responses.push({ id: '' });
      }
    }
    return responses;
  }

  override async updateActivity(context: TurnContext, activity: Activity): Promise<ResourceResponse | undefined> {
    const outbox = context.turnState.get(OUTBOX) as Outgoing[] | undefined;
    if (!outbox) return (await super.updateActivity(context, activity)) ?? undefined;
    outbox.push({ kind: 'update', activity });
    return activity.id ? { id: activity.id } : undefined;
  }
}
