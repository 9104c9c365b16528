import { describe, expect, it } from 'vitest';
import {
  asideOf,
  moveOf,
  soundsAdding,
  soundsAsking,
  soundsCorrecting,
  soundsNew,
  soundsUnknown,
} from '../../dialogs/said.ts';

describe('messages that are nothing but a phrase', () => {
  it.each([
    ['Hi!', 'greeting'],
    ['HELP', 'help'],
    ['can you help me?', 'help'],
    ['please start over', 'restart'],
    ['never mind', 'cancel'],
    ['Thank you very much!', 'thanks'],
    ['I don’t know', 'unknown'],
    ['None of these.', 'no'],
    ['talk to a human please', 'person'],
    ['show me the ticket', 'ticket'],
    ['what now?', 'verdict'],
    ['hmm…', 'wait'],
    ['👍', 'right'],
    ['go back', 'back'],
    ['continue', 'continue'],
    ['', 'empty'],
    ['🙂🙂', 'empty'],
    ['...', 'empty'],
    ['thanks, bye', 'bye'],
    ['yes, a new one', 'new'],
    ['no, same cluster', 'same'],
    ['ok, ticket please', 'ticket'],
    ['no, thanks', 'no'],
    ['preview', 'preview'],
    ['create', 'send'],
    ['thx bye', 'bye'],
    ['yes new', 'new'],
    ['what do you mean?', 'why'],
  ])('%j is %s', (said, move) => {
    expect(moveOf(said)).toBe(move);
  });

  it.each([
    'hi, etcd is down',
    'help: nodes not ready',
    'stop, correction: it is 1.27',
    'thanks, but the api server is down again',
    'new error now: x509',
    'restart of the node did not help',
    'no changes',
    '1.33.5',
    'the ticket said 1.28',
    'why does coredns crash',
    'no, yes, no, not sure',
    'no\nyes',
    'yes, active',
  ])('%j tells something', (said) => {
    expect(moveOf(said)).toBe('words');
  });
});

describe('free sentences about the conversation', () => {
  it.each([
    ['why should I tell you that?', 'why'],
    ['what has that to do with my problem?', 'why'],
    ['could you please connect me to an engineer', 'person'],
    ['I would like to talk to somebody', 'person'],
    ['ok, then please open a support ticket for me', 'ticket'],
    ["let's start over again", 'restart'],
    ['just tell me the result', 'verdict'],
    ['I have to ask my colleague', 'wait'],
    ['give me a minute', 'wait'],
    ['where do I find that?', 'how'],
    ['which version do you mean?', 'how'],
    ['so do I get support or not?', 'soFar'],
  ])('%j asks for %s', (said, move) => {
    expect(asideOf(said)).toBe(move);
  });

  it.each([
    'it takes a minute until the pods crash',
    'I can see that the pods crash',
    'we need an engineer on site to restart the nodes',
    'get the agent logs from the node',
    'I opened a support ticket with the storage vendor',
    'the nodes start over again and again',
    'our admin wants to know why the pods need so long',
    'it asks where to find the image and then stops',
    'x'.repeat(200),
  ])('%j asks for nothing', (said) => {
    expect(asideOf(said)).toBeUndefined();
  });
});

describe('how a message sounds', () => {
  it.each([
    'sorry, it is 1.27',
    'correction: off since May',
    'actually it was stopped',
    'no, I meant the other one',
    'just heard from my colleague: he changed it',
  ])('%j corrects', (said) => {
    expect(soundsCorrecting(said)).toBe(true);
  });
  it.each(['I should have said: we changed the CNI', 'forgot to mention that it was off'])(
    '%j is an afterthought',
    (said) => {
      expect(soundsCorrecting(said)).toBe(true);
      expect(soundsAdding(`${said} too`)).toBe(false);
    },
  );
  it.each(['it is 1.27', 'nobody touched it', 'node changes none'])('%j does not correct', (said) => {
    expect(soundsCorrecting(said)).toBe(false);
  });
  it.each([
    'another problem: dns',
    'now something completely different',
    'we have a second issue here',
    'this is unrelated to the first',
  ])('%j begins something new', (said) => {
    expect(soundsNew(said)).toBe(true);
  });
  it.each(['a new node was added', 'the problem is still there', 'on another node it works'])('%j goes on', (said) => {
    expect(soundsNew(said)).toBe(false);
  });
  it.each(["I don't know", 'no idea, I only have read access', "can't tell from here", 'keine Ahnung'])(
    '%j does not know',
    (said) => {
      expect(soundsUnknown(said)).toBe(true);
    },
  );
  it.each(['nobody knows the password', 'I know it is 1.33'])('%j knows', (said) => {
    expect(soundsUnknown(said)).toBe(false);
  });
  it.each(['is it only the name?', 'what is a gate', 'btw, does calico count?'])('%j asks', (said) => {
    expect(soundsAsking(said)).toBe(true);
  });
  it.each(['it is 1.33.5', 'running since spring'])('%j answers', (said) => {
    expect(soundsAsking(said)).toBe(false);
  });
});
