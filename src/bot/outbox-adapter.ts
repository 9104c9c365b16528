/**
 * Bot Framework's adapter, with one change: while a turn runs under `collecting`, what it sends is put aside, and so are its
 * errands in other conversations. All of it leaves after everything the turn wrote is safely stored, so a process killed in the
 * middle has said nothing it does not remember.
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
import { type Connector, isBehindProxy, newPassage, type Passage, sendActivity, under } from './connector-http.ts';

/** Who sent an activity, as far as the checks of its token go. */
export type Sender = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;

export type Outgoing = { kind: 'send' | 'update'; activity: Partial<Activity> };

/** Something a turn has to do elsewhere. Everything in it is stored as JSON. */
export type Errand = {
  /** A conversation that is known, or the personal chat with whoever wrote, opened where there is none. */
  to: Partial<ConversationReference> | 'personal';
  /** What is said there. */
  activities: Partial<Activity>[];
  /** In a personal chat, whose conversation is only known once it is open: handed to the bot, as a turn there. */
  task?: unknown;
  /** The sentence of this turn that holds only if the errand went well, and what stands in its place if not. */
  told?: { sent: string; waits: string; refused: string };
  /** Handed to the bot where the channel refuses for good. */
  refused?: unknown;
};

type Opening = {
  appId: string;
  channelId: string;
  serviceUrl: string;
  audience: string;
  parameters: Parameters<CloudAdapter['createConversationAsync']>[4];
};

type Outbox = { outgoing: Outgoing[]; errands: Errand[] };
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

  /** Who sends is ourselves: for an activity whose sender was checked before it had to wait. */
  ourselves(appId: string): Sender {
    const claimsIdentity = this.createClaimsIdentity(appId);
    return {
      audience: undefined as unknown as string,
      claimsIdentity,
      connectorFactory: this.botFrameworkAuthentication.createConnectorFactory(claimsIdentity),
    } as Sender;
  }

  /** Runs `work` and gives what it wanted to send; for `expectReplies` that is what the framework itself has collected. */
  async collecting(context: TurnContext, work: () => Promise<void>): Promise<Outbox> {
    const outbox: Outbox = { outgoing: [], errands: [] };
    context.turnState.set(OUTBOX, outbox);
    try {
      await work();
    } finally {
      context.turnState.delete(OUTBOX);
    }
    return outbox;
  }

  /** Puts an errand aside with the rest of the turn. */
  elsewhere(context: TurnContext, errand: Errand): void {
    const outbox = context.turnState.get(OUTBOX) as Outbox | undefined;
    if (!outbox) throw new Error('An errand needs a turn that it belongs to.');
    outbox.errands.push(errand);
  }

  invokeResponse(context: TurnContext): InvokeResponse | undefined {
    return (context.turnState.get(INVOKE_RESPONSE_KEY) as { value?: InvokeResponse } | undefined)?.value;
  }

  /** Sends one of the things put aside, under the passage's rules. */
  async post(context: TurnContext, { kind, activity }: Outgoing, passage: Passage = newPassage()): Promise<void> {
    if (kind === 'send' && !isBehindProxy() && !AT_ONCE.has(activity.type ?? '')) {
      const connector = context.turnState.get(this.ConnectorClientKey) as unknown as Connector;
      return sendActivity(connector, activity, passage);
    }
    await under(passage, async () => {
      if (kind === 'send') await super.sendActivities(context, [{ ...activity }]);
      else await super.updateActivity(context, activity as Activity);
    });
  }

  /** Opens a conversation, or finds the one there is, and calls `logic` there; `passage` tells how the channel took it. */
  async opening(
    passage: Passage,
    { appId, channelId, serviceUrl, audience, parameters }: Opening,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    await under(passage, () =>
      this.createConversationAsync(appId, channelId, serviceUrl, audience, parameters, async (context) => {
        if (!context.activity.conversation?.id) throw new Error('The channel named no conversation.');
        await logic(context);
      }),
    );
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
    const outbox = context.turnState.get(OUTBOX) as Outbox | undefined;
    if (!outbox) return super.sendActivities(context, activities);
    const responses: ResourceResponse[] = [];
    for (const activity of activities) {
      if (AT_ONCE.has(activity.type ?? '')) {
        responses.push(...(await super.sendActivities(context, [activity])));
      } else {
        outbox.outgoing.push({ kind: 'send', activity });
        responses.push({ id: '' });
      }
    }
    return responses;
  }

  override async updateActivity(context: TurnContext, activity: Activity): Promise<ResourceResponse | undefined> {
    const outbox = context.turnState.get(OUTBOX) as Outbox | undefined;
    if (!outbox) return (await super.updateActivity(context, activity)) ?? undefined;
    outbox.outgoing.push({ kind: 'update', activity });
    return activity.id ? { id: activity.id } : undefined;
  }
}
