/** `npm run -s train`: learns from the phrases and keeps the result, so that a start need not. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { lexiconHash, readLexiconSource, TRAINING_FILE } from '../../knowledge/lexicon.ts';
import { KNOWLEDGE_FOLDER } from '../../knowledge/load.ts';
import type { KeptTraining } from '../../knowledge/schema.ts';
import { keptClassifier } from '../text/classifier.ts';
import { trainOn } from '../triage/understand.ts';
import { command } from './print.ts';

const HELP = `
npm run -s train               writes knowledge/classifier.json anew, after a change of components, topics, cues or phrases

The bot also works without: it then learns at every start, which takes about a second.
`;

export const main = (args: string[]): Promise<number> =>
  command(HELP, args, () => {
    parseArgs({ args, options: {} });
    const training = learnt();
    writeFileSync(join(KNOWLEDGE_FOLDER, TRAINING_FILE), trainingText(training));
    console.log(`knowledge/${TRAINING_FILE}: ${training.features.length} features, ${training.labels.length} topics`);
    return 0;
  });

/** What the files as they are now teach. */
export const learnt = (): KeptTraining => {
  const { labels, biases, features, weights } = keptClassifier(trainOn(readLexiconSource()));
  return { of: lexiconHash(), labels: [...labels], biases: [...biases], features: [...features], weights };
};

/** The hash first; one line a part. */
export const trainingText = ({ of, labels, biases, features, weights }: KeptTraining): string =>
  `{"of":"${of}",\n"labels":${JSON.stringify(labels)},\n"biases":${JSON.stringify(biases)},\n"features":${JSON.stringify(features)},\n"weights":"${weights}"}\n`;
