/**
 * Bot Framework's view of the conversation: one dialog that stays active, hands each turn to `respond` and sends what comes
 * back. It decides nothing, so that the move to the framework's successor is a new file of this size.
 */
import {
  ActionTypes,
  type Activity,
  CardFactory,
  InputHints,
  MessageFactory,
  type StatePropertyAccessor,
  type TurnContext,
} from 'botbuilder';
import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
// By its path: the package's root loads recognizers of six languages for prompts that we do not use.
import { Dialog } from 'botbuilder-dialogs/lib/dialog.js';
import type { Conversation, Outcome, Reply, Said } from './conversation.ts';
import { respond } from './respond.ts';
import type { Services } from './services.ts';
import { wording } from './wording.ts';

export const TRIAGE_DIALOG = 'triage';

export type TriageDialogNeeds = {
  services: Services;
  conversation: StatePropertyAccessor<Conversation>;
  /** What Teams knows of the person, for the ticket; asked only when a ticket is drafted. */
  profileOf(context: TurnContext): Promise<Record<string, string>>;
  /** What was said, read from the activity by the edge. */
  saidIn(context: TurnContext): Said;
  /** Carries out what only the edge can do: the experts' channel, the personal chat, the waiting thread. */
  carryOut(context: TurnContext, outcome: Outcome): Promise<void>;
};

export class TriageDialog extends Dialog {
  private readonly needs: TriageDialogNeeds;

  constructor(needs: TriageDialogNeeds) {
    super(TRIAGE_DIALOG);
    this.needs = needs;
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.continueDialog(dc);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { conversation, saidIn, carryOut } = this.needs;
    const said = saidIn(dc.context);
    const before = await conversation.get(dc.context);
    const outcome = await respond(before, said, this.servicesFor(dc.context, said.user.id));
    await conversation.set(dc.context, outcome.conversation);
    for (const reply of outcome.replies) await dc.context.sendActivity(activityOf(reply, said.place));
    await carryOut(dc.context, outcome);
    return Dialog.EndOfTurn;
  }

  /** The services, with the person's own profile behind a draft of theirs; an expert's is nobody else's contact. */
  private servicesFor(context: TurnContext, person: string): Services {
    const { services, profileOf } = this.needs;
    return {
      ...services,
      draft: async (recordId, userId) =>
        userId === person
          ? services.draft(recordId, userId, await profileOf(context))
          : services.draft(recordId, userId),
    };
  }
}

/** A reply as an activity. Text and card never travel in one: Teams would split them. */
export function activityOf(reply: Reply, place: Said['place']): Partial<Activity> {
  if (reply.kind === 'card') {
    const message = MessageFactory.attachment(CardFactory.adaptiveCard(reply.card));
    return { ...message, summary: reply.summary, inputHint: InputHints.ExpectingInput };
  }
  const choices = reply.choices ?? [];
  // Group conversations show no suggested actions, so the choices stand in the text.
  const spoken = choices.length > 0 && place === 'group' ? `\n\n${wording.sayOneOf(choices)}` : '';
  return {
    ...MessageFactory.text(`${reply.text}${spoken}`),
    textFormat: 'markdown',
    inputHint: InputHints.AcceptingInput,
    ...(choices.length > 0 && place === 'personal'
      ? {
          suggestedActions: {
            to: [],
            actions: choices.map((title) => ({ type: ActionTypes.ImBack, title, value: title })),
          },
        }
      : {}),
  };
}
