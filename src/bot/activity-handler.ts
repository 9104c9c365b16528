/** What arrives from Teams, sorted by kind and handed to the dialog or to the message extension. Decides nothing. */
import {
  type AdaptiveCardInvokeResponse,
  type AdaptiveCardInvokeValue,
  type AppBasedLinkQuery,
  CardFactory,
  type MessagingExtensionAction,
  type MessagingExtensionActionResponse,
  type MessagingExtensionQuery,
  type MessagingExtensionResponse,
  type StatePropertyAccessor,
  type Storage,
  TeamsActivityHandler,
  type TurnContext,
} from 'botbuilder';
import type { DialogContext, DialogState } from 'botbuilder-dialogs';
import { DialogContextError } from 'botbuilder-dialogs/lib/dialogContextError.js';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js';
import { welcomeCard } from '../../dialogs/cards/greeting-cards.ts';
import type { Conversation, Outcome } from '../../dialogs/conversation.ts';
import { moveOf } from '../../dialogs/said.ts';
import { type Services, UserError } from '../../dialogs/services.ts';
import { TRIAGE_DIALOG, TriageDialog } from '../../dialogs/triage-dialog.ts';
import { wording } from '../../dialogs/wording.ts';
import type { Metrics } from '../ops/metrics.ts';
import { ConversationState } from './conversation-state.ts';
import { createHandoff, isHandoffVerb } from './handoff.ts';
import { countSteps, standingOf, stepsBetween } from './journey.ts';
import { postedTriage, searchResults, triagePreview, unfurled } from './message-extension.ts';
import type { Errand } from './outbox-adapter.ts';
import { createPrivateQuestions } from './private-questions.ts';
import { profileOf } from './profile.ts';
import { isOwnCard, isPersonal, saidIn, userIdOf } from './said-in.ts';
import { whileTyping } from './typing.ts';

export type BotNeeds = {
  services: Services;
  storage: Storage;
  /** Something to do in another conversation, once this turn is stored. */
  elsewhere(context: TurnContext, errand: Errand): void;
  experts: readonly string[];
  expertChannel: string | undefined;
  /** Counts what became of triages, where somebody counts. */
  metrics?: Metrics;
  now(): Date;
};

/** Messages of one installation come within seconds; later ones are another installation. */
const WELCOME_AGAIN_MS = 5 * 60 * 1000;
/** The framework's own name for what it keeps with a turn. */
const MEMORY = 'DialogStateManagerConfiguration';
const CARD_RESPONSE = 'application/vnd.microsoft.card.adaptive';
const MESSAGE_RESPONSE = 'application/vnd.microsoft.activity.message';

/** A thread of a channel has an id of its own; a group chat has none, so there each person has a triage. */
const stateKey = ({ activity }: TurnContext): string => {
  const conversation = activity.conversation?.id ?? 'unknown';
  const shared = activity.conversation?.conversationType === 'groupChat';
  const owner = shared ? `/users/${userIdOf(activity)}` : '';
  return `${activity.channelId}/conversations/${conversation}${owner}`;
};

export class TriageBot extends TeamsActivityHandler {
  private readonly needs: BotNeeds;
  private readonly state: ConversationState;
  private readonly dialogs: DialogSet;
  private readonly conversation: StatePropertyAccessor<Conversation>;
  private memory: unknown;
  private readonly handoff: ReturnType<typeof createHandoff>;
  private readonly privateQuestions: ReturnType<typeof createPrivateQuestions>;

  constructor(needs: BotNeeds) {
    super();
    this.needs = needs;
    this.state = new ConversationState(needs.storage, stateKey);
    const conversation = this.state.createProperty<Conversation>('conversation');
    this.conversation = conversation;
    this.handoff = createHandoff({ ...needs, channel: needs.expertChannel });
    this.privateQuestions = createPrivateQuestions({
      ...needs,
      conversationOf: {
        get: (context) => conversation.get(context),
        set: async (context, value) => {
          await conversation.set(context, value);
          await this.state.saveChanges(context);
        },
      },
    });
    this.dialogs = new DialogSet(this.state.createProperty<DialogState>('dialogs')).add(
      new TriageDialog({
        services: needs.services,
        conversation,
        profileOf,
        saidIn: ({ activity }) => saidIn(activity, { experts: needs.experts, now: needs.now() }),
        carryOut: (context, outcome) => this.carryOut(context, outcome),
      }),
    );

    this.onMessage(async (context, next) => {
      await this.message(context);
      await next();
    });
    // Who edits a message corrects it: the new words are heard like any others.
    this.onTeamsMessageEditEvent(async (context, next) => {
      await this.message(context);
      await next();
    });
    this.onMembersAdded(async (context, next) => {
      await this.welcome(context);
      await next();
    });
  }

  override async run(context: TurnContext): Promise<void> {
    await super.run(context);
    await this.state.saveChanges(context);
  }

  /** A turn in a personal chat that an errand has opened. */
  async arrive(there: TurnContext, task: unknown): Promise<void> {
    await this.privateQuestions.arrive(there, task);
  }

  /** An errand that the channel refuses for good. */
  async refused(note: unknown): Promise<void> {
    await this.handoff.refused(note);
  }

  private async message(context: TurnContext): Promise<void> {
    if (isOwnCard(context.activity)) return;
    const pressed = context.activity.value as { do?: unknown; about?: unknown } | undefined;
    if (isHandoffVerb(pressed?.do)) return this.changeCase(context, pressed.do, pressed.about);
    await whileTyping(context, () => this.talk(context));
  }

  private async talk(context: TurnContext): Promise<void> {
    if (isPersonal(context.activity) && moveOf(context.activity.text ?? '') === 'continue') {
      await this.privateQuestions.takeUp(context);
    }
    const dialog = await this.dialogContext(context);
    const before = standingOf(await this.conversation.get(context));
    try {
      if (dialog.activeDialog) await dialog.continueDialog();
      else await dialog.beginDialog(TRIAGE_DIALOG);
    } catch (error) {
      // The framework wraps what went wrong; whoever catches it must see what it was.
      throw error instanceof DialogContextError && error.error ? error.error : error;
    }
    const { services, metrics } = this.needs;
    if (metrics)
      await countSteps(stepsBetween(before, standingOf(await this.conversation.get(context))), services, metrics);
  }

  /** The framework lists its kinds of memory anew for every turn; they are always the same. */
  private async dialogContext(context: TurnContext): Promise<DialogContext> {
    if (this.memory) context.turnState.set(MEMORY, this.memory);
    const dialog = await this.dialogs.createContext(context);
    this.memory ??= context.turnState.get(MEMORY);
    return dialog;
  }

  private async carryOut(context: TurnContext, { effects }: Outcome): Promise<void> {
    for (const effect of effects) {
      switch (effect.kind) {
        case 'handoff':
          await this.handoff.start(context, effect);
          break;
        case 'askPrivately':
          await this.privateQuestions.ask(context, effect);
          break;
        case 'publish':
          await this.privateQuestions.publish(context, effect);
          break;
      }
    }
  }

  /** Once an installation, whichever of Teams' two install messages comes first; nobody is greeted one by one in a team. */
  private async welcome(context: TurnContext): Promise<void> {
    const { activity } = context;
    const botCame = activity.membersAdded?.some(({ id }) => id === activity.recipient?.id) ?? false;
    const personal = isPersonal(activity);
    if (!personal && !botCame) return;
    const welcomedAt = this.state.createProperty<number>('welcomedAt');
    const now = this.needs.now().getTime();
    if (now - ((await welcomedAt.get(context)) ?? 0) < WELCOME_AGAIN_MS) return;
    await welcomedAt.set(context, now);
    if (personal)
      await context.sendActivity({
        type: 'message',
        attachments: [CardFactory.adaptiveCard(welcomeCard())],
        summary: wording.welcome.title,
      });
    else await context.sendActivity(wording.group.added);
  }

  /** Buttons of the experts' card, on clients that send them as messages. */
  private async changeCase(
    context: TurnContext,
    verb: 'assign' | 'close' | 'giveBack',
    recordId: unknown,
  ): Promise<void> {
    const changed = await this.handoff.change(context, verb, recordId);
    if (typeof changed === 'string') {
      await context.sendActivity(changed);
      return;
    }
    const attachments = [CardFactory.adaptiveCard(changed)];
    if (!context.activity.replyToId) await context.sendActivity({ type: 'message', attachments });
    else await context.updateActivity({ type: 'message', id: context.activity.replyToId, attachments });
  }

  protected override async onAdaptiveCardInvoke(
    context: TurnContext,
    value: AdaptiveCardInvokeValue,
  ): Promise<AdaptiveCardInvokeResponse> {
    const { verb, data } = value.action;
    const pressed = {
      ...(data as Record<string, unknown> | undefined),
      do: (data as { do?: unknown } | undefined)?.do ?? verb,
    };
    if (isHandoffVerb(verb)) {
      const changed = await this.handoff.change(context, verb, (pressed as { about?: unknown }).about);
      return typeof changed === 'string'
        ? said(changed)
        : ({ statusCode: 200, type: CARD_RESPONSE, value: changed } as unknown as AdaptiveCardInvokeResponse);
    }
    // Any other button does what it does as a message; its answers come as messages, too.
    context.activity.value = pressed;
    await this.talk(context);
    return said('');
  }

  protected override async handleTeamsMessagingExtensionQuery(
    _: TurnContext,
    query: MessagingExtensionQuery,
  ): Promise<MessagingExtensionResponse> {
    return searchResults(this.needs.services, query);
  }

  protected override async handleTeamsAppBasedLinkQuery(
    _: TurnContext,
    query: AppBasedLinkQuery,
  ): Promise<MessagingExtensionResponse> {
    return unfurled(this.needs.services, query.url);
  }

  protected override async handleTeamsMessagingExtensionFetchTask(
    _: TurnContext,
    action: MessagingExtensionAction,
  ): Promise<MessagingExtensionActionResponse> {
    return triagePreview(this.needs.services, action);
  }

  protected override async handleTeamsMessagingExtensionSubmitAction(
    context: TurnContext,
    action: MessagingExtensionAction,
  ): Promise<MessagingExtensionActionResponse> {
    try {
      const { experts, now } = this.needs;
      return await postedTriage(this.needs.services, action, saidIn(context.activity, { experts, now: now() }));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { task: { type: 'message', value: error.message } };
    }
  }
}

/** Shown under the button; empty where the answer came as a message. */
const said = (words: string): AdaptiveCardInvokeResponse => ({
  statusCode: 200,
  type: MESSAGE_RESPONSE,
  value: words as unknown as Record<string, unknown>,
});
