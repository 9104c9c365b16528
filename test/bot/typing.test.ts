import type { TurnContext } from 'botbuilder';
import { describe, expect, it } from 'vitest';
import { whileTyping } from '../../src/bot/typing.ts';

const sleep = (ms: number) => new Promise<void>((wake) => setTimeout(wake, ms));

/** A turn that writes down what is sent, in order. */
function turn(activity: Record<string, unknown> = { type: 'message' }) {
  const sent: string[] = [];
  const context = {
    activity,
    sendActivity: async ({ type }: { type: string }) => void sent.push(type),
  } as unknown as TurnContext;
  return { sent, context };
}

describe('a turn that takes long', () => {
  it('shows that it is typing, and nothing after its end', async () => {
    const { sent, context } = turn();
    await whileTyping(context, () => sleep(700));
    const atTheEnd = [...sent];
    await sleep(100);
    expect(atTheEnd).toEqual(['typing']);
    expect(sent).toEqual(atTheEnd);
  });

  it.each([{ type: 'invoke' }, { type: 'message', deliveryMode: 'expectReplies' }])(
    'says nothing where the answer is awaited in the request: %j',
    async (activity) => {
      const { sent, context } = turn(activity);
      await whileTyping(context, () => sleep(700));
      expect(sent).toEqual([]);
    },
  );

  it('goes on where the indicator cannot be sent', async () => {
    const { context } = turn();
    context.sendActivity = async () => {
      throw new Error('gone');
    };
    let done = false;
    await whileTyping(context, async () => {
      await sleep(700);
      done = true;
    });
    expect(done).toBe(true);
  });

  it('lets the error of the work through', async () => {
    const { context } = turn();
    await expect(whileTyping(context, async () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  });
});
