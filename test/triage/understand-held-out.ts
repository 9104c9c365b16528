/** Every training phrase, classified by a classifier that has not seen it: the ground of the accuracy test and of the calibration. */
import { readLexiconSource } from '../../knowledge/lexicon.ts';
import { trainClassifier } from '../../src/text/train-classifier.ts';
import { type Lexicon, lexicon } from '../../src/triage/understand.ts';
import { evidenceScores, probabilities, topicScores } from '../../src/triage/understanding/decide.ts';
import { type Evidence, evidenceOf } from '../../src/triage/understanding/evidence.ts';
import { featuresOf } from '../../src/triage/understanding/features.ts';
import { type Reading, readMessage } from '../../src/triage/understanding/reading.ts';
import { applyTurns } from '../../src/triage/understanding/turns.ts';

export type Example = {
  label: string;
  text: string;
  reading: Reading;
  features: string[];
  evidence: Evidence;
  prior: ReadonlyMap<string, number>;
};
export type HeldOut = { example: Example; lexicon: Lexicon };

/** The lexicon trained on everything, and the phrases as it reads them. */
export function examples(): { whole: Lexicon; all: Example[] } {
  const source = readLexiconSource();
  const whole = lexicon(source);
  const all = source.phrases.flatMap((file) =>
    file.phrases.flatMap(({ topic, texts }) =>
      texts.map((text) => {
        const reading = readMessage(text, whole);
        const evidence = evidenceOf(reading);
        applyTurns({ evidence, reading, lexicon: whole, facts: {} });
        return {
          label: topic,
          text,
          reading,
          features: featuresOf(reading),
          evidence,
          prior: evidenceScores(evidence),
        };
      }),
    ),
  );
  return { whole, all };
}

/** Each phrase with a lexicon whose classifier was trained on the other folds. */
export function heldOut(folds: number): HeldOut[] {
  const { whole, all } = examples();
  return Array.from({ length: folds }, (_, fold) => {
    const classifier = trainClassifier(all.filter((_, i) => i % folds !== fold));
    return all.filter((_, i) => i % folds === fold).map((example) => ({ example, lexicon: { ...whole, classifier } }));
  }).flat();
}

/** Topics of one held-out phrase, likeliest first. */
export const likelyOf = ({ example, lexicon }: HeldOut) =>
  probabilities(topicScores(example.reading, example.evidence, lexicon));
