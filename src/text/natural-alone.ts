/** natural's classifier as one would take it from the shelf; the peer of the bench. */
import { BayesClassifier } from 'natural/lib/natural/classifiers/index.js';

/** Trains on plain texts; the function names the likeliest label. */
export function naturalAlone(examples: readonly { label: string; text: string }[]): (text: string) => string {
  const classifier = new BayesClassifier();
  for (const { label, text } of examples) classifier.addDocument(text, label);
  classifier.train();
  return (text) => classifier.classify(text);
}
