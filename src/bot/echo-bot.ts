/**
 * The smallest Bot Framework bot with state, as its own samples write it: the peer our own turns are measured against. Run as a
 * program: `node src/bot/echo-bot.ts PORT`.
 */
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConversationState,
  MemoryStorage,
  type MessagingExtensionResponse,
  TeamsActivityHandler,
  UserState,
} from 'botbuilder';
import express from 'express';

class EchoBot extends TeamsActivityHandler {
  constructor(conversations: ConversationState, users: UserState) {
    super();
    const count = conversations.createProperty<number>('count');
    const seen = users.createProperty<number>('seen');
    this.onMessage(async (context, next) => {
      const turns = (await count.get(context, 0)) + 1;
      await count.set(context, turns);
      await seen.set(context, (await seen.get(context, 0)) + 1);
      await context.sendActivity(`${turns}: ${context.activity.text}`);
      await next();
    });
    this.onTurn(async (context, next) => {
      await next();
      await conversations.saveChanges(context);
      await users.saveChanges(context);
    });
  }

  protected override async handleTeamsMessagingExtensionQuery(): Promise<MessagingExtensionResponse> {
    return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments: [] } };
  }
}

const storage = new MemoryStorage();
const bot = new EchoBot(new ConversationState(storage), new UserState(storage));
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const app = express();
app.use(express.json());
app.post('/api/messages', (request, response) => adapter.process(request, response, (context) => bot.run(context)));
app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
app.listen(Number(process.argv[2]), '127.0.0.1');
