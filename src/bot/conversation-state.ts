/**
 * Bot Framework's state of a conversation, without its change hashes: it would write the state out as text three times a turn
 * to spare a write that our turns never spare, because each notes its time.
 */
import { BotState, type Storage, type StoreItem, type TurnContext } from 'botbuilder';

const LOADED = Symbol('loaded conversation state');

export class ConversationState extends BotState {
  readonly #storage: Storage;
  readonly #keyOf: (context: TurnContext) => string;

  constructor(storage: Storage, keyOf: (context: TurnContext) => string) {
    super(storage, async (context) => keyOf(context));
    this.#storage = storage;
    this.#keyOf = keyOf;
  }

  override async load(context: TurnContext): Promise<StoreItem> {
    const loaded = context.turnState.get(LOADED) as StoreItem | undefined;
    if (loaded) return loaded;
    const key = this.#keyOf(context);
    const state = ((await this.#storage.read([key]))[key] as StoreItem | undefined) ?? ({} as StoreItem);
    context.turnState.set(LOADED, state);
    return state;
  }

  /** Turns of one conversation wait for each other, so what was read is nobody else's meanwhile. */
  override async saveChanges(context: TurnContext): Promise<void> {
    const state = context.turnState.get(LOADED) as StoreItem | undefined;
    if (state) await this.#storage.write({ [this.#keyOf(context)]: { ...state, eTag: '*' } });
  }
}
