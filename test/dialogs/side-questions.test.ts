import { describe, expect, it } from 'vitest';
import { sideAnswer } from '../../dialogs/side-questions.ts';
import { wording } from '../../dialogs/wording.ts';

const { answers } = wording.side;

describe('side questions', () => {
  it.each([
    ['is it only the name that differs between aks hybrid and aks arc?', answers.names],
    ['what does best effort mean?', answers.bestEffort],
    ['what is a gate?', answers.eligible],
    ['which policy do you use?', answers.edition],
    ['wait, is that chat recorded?', answers.privacy],
    ['who can see what I write?', answers.privacy],
    ['what does it cost?', answers.cost],
    ['are you a robot?', answers.me],
    ['is that severity A then?', answers.severity],
    ['can you create the ticket for me?', answers.ticket],
    ['how many more questions?', answers.duration],
    ['can you fix it?', answers.repair],
  ])('%j has a short answer', (said, answer) => {
    expect(sideAnswer(said)).toBe(answer);
  });

  it.each([
    'does the csi driver keep the volume?',
    'is the feedback of the probe right?',
    'is my persistent data lost?',
    'do I need a private registry?',
    'who changed the node?',
  ])('%j has none here', (said) => {
    expect(sideAnswer(said)).toBeUndefined();
  });
});
