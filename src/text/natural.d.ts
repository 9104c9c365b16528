/** natural types its root only; we import sub-paths because the root loads database drivers and reads .env. */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}
declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  import type { BayesClassifier } from 'natural/lib/natural/classifiers/index.js';

  const classifier: typeof BayesClassifier;
  export default classifier;
}
