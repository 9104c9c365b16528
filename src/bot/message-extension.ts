/** The compose box and the menu of a message: search, "Triage this", and cards for pasted links, from the store alone. */
import {
  type Attachment,
  CardFactory,
  type MessagingExtensionAction,
  type MessagingExtensionActionResponse,
  type MessagingExtensionAttachment,
  type MessagingExtensionQuery,
  type MessagingExtensionResponse,
} from 'botbuilder';
import { type Card, plain } from '../../dialogs/cards/card.ts';
import { issueCard, issuePreview } from '../../dialogs/cards/issue-card.ts';
import { postedTriageCard, previewCard } from '../../dialogs/cards/triage-preview-card.ts';
import type { Said } from '../../dialogs/conversation.ts';
import type { Services } from '../../dialogs/services.ts';
import { wording } from '../../dialogs/wording.ts';
import type { KnownIssue } from '../model/known-issue.ts';
import { plainText } from '../text/clean.ts';

const RESULTS_MAX = 10;
const QUERY_CHARS_MAX = 400;
const ISSUE_ADDRESS = /^\/([\w.-]{1,39}\/[\w.-]{1,100})\/issues\/(\d{1,9})(?:[/?#]|$)/;

/** A card in a list of results; the preview is what the list shows. */
function attachment(card: Card, preview: { title: string; text: string }): MessagingExtensionAttachment {
  return {
    ...CardFactory.adaptiveCard(card),
    preview: CardFactory.thumbnailCard(preview.title, preview.text) as Attachment,
  };
}

const listed = (issue: KnownIssue): MessagingExtensionAttachment => attachment(issueCard(issue), issuePreview(issue));

const message = (text: string): MessagingExtensionResponse => ({ composeExtension: { type: 'message', text } });

const list = (attachments: MessagingExtensionAttachment[]): MessagingExtensionResponse => ({
  composeExtension: { type: 'result', attachmentLayout: 'list', attachments },
});

/** Known issues while somebody types. */
export async function searchResults(
  services: Services,
  query: MessagingExtensionQuery,
): Promise<MessagingExtensionResponse> {
  // Clients without our manifest name the one parameter as they like.
  const given = query.parameters?.find(({ name }) => name !== 'initialRun')?.value;
  const text = typeof given === 'string' ? given.slice(0, QUERY_CHARS_MAX).trim() : '';
  if (!text) return message(wording.extension.searchHint);
  const { exact, similar } = await services.search({ text, limit: RESULTS_MAX });
  const issues = [...exact, ...similar].slice(0, RESULTS_MAX);
  return issues.length > 0 ? list(issues.map(listed)) : message(wording.issues.none);
}

/** The card of a pasted link, where the issue is one of a watched repository and in the store. */
export async function unfurled(services: Services, address: string | undefined): Promise<MessagingExtensionResponse> {
  if (!address || !URL.canParse(address)) return {};
  const { protocol, host, pathname } = new URL(address);
  if (protocol !== 'https:' || (host !== 'github.com' && host !== 'www.github.com')) return {};
  const [, repo = '', number = ''] = ISSUE_ADDRESS.exec(pathname) ?? [];
  const watched = services.watchedRepos().find((name) => name.toLowerCase() === repo.toLowerCase());
  const issue = watched ? await services.issue(watched, Number(number)) : undefined;
  return issue ? list([listed(issue)]) : {};
}

const task = (card: Card): MessagingExtensionActionResponse => ({
  task: {
    type: 'continue',
    value: {
      title: wording.extension.triageTitle,
      height: 'large',
      width: 'medium',
      card: CardFactory.adaptiveCard(card),
    },
  },
});

const taskMessage = (text: string): MessagingExtensionActionResponse => ({ task: { type: 'message', value: text } });

/** "Triage this": the first reading in a dialog; nothing is stored or posted yet. */
export function triagePreview(services: Services, action: MessagingExtensionAction): MessagingExtensionActionResponse {
  const body = action.messagePayload?.body;
  const text = services.mask(body?.content ? plainText(body.content) : typedText(action)).trim();
  return text ? task(previewCard(text, services.preview(text))) : taskMessage(wording.extension.noText);
}

/** From the compose box there is no message, but perhaps words that were typed as a parameter. */
function typedText(action: MessagingExtensionAction): string {
  const data = action.data as { text?: unknown } | undefined;
  return typeof data?.text === 'string' ? data.text : '';
}

/** The dialog's button: starts the triage and puts a card into the conversation. */
export async function postedTriage(
  services: Services,
  action: MessagingExtensionAction,
  said: Said,
): Promise<MessagingExtensionActionResponse> {
  const text = typedText(action);
  if (!text.trim()) return taskMessage(wording.extension.noText);
  const { user, tenantId, conversationId } = said;
  const step = await services.start({ userId: user.id, tenantId, conversationId }, text);
  const card = postedTriageCard(step.report, step.questions);
  const preview = { title: wording.extension.triageTitle, text: plain(step.report.headline, 160) };
  return list([attachment(card, preview)]) as MessagingExtensionActionResponse;
}
