import { describe, expect, it } from 'vitest';
import { keptClassifier, readKept } from '../../src/text/classifier.ts';
import { findPhrases, phraseBook } from '../../src/text/phrase-book.ts';
import { train, trainClassifier } from '../../src/text/train-classifier.ts';
import { fold, stem, words } from '../../src/text/words.ts';

const texts = (text: string) => words(text).map((word) => word.text);

describe('words', () => {
  it.each([
    ['Größe', 'grosse'],
    ['Doesn’t', 'doesnt'],
    ["can't", 'cant'],
    ['résolution', 'resolution'],
    ['ÑANDÚ', 'nandu'],
    ['etcd', 'etcd'],
  ])('folds %s to %s', (word, folded) => expect(fold(word)).toBe(folded));

  it.each([
    ['kube-apiserver.yaml', ['kube', 'apiserver', 'yaml']],
    ["it doesn't work", ['it', 'doesnt', 'work']],
    ["l'api ne répond pas", ['l', 'api', 'ne', 'repond', 'pas']],
    ['DNSが動かない', ['dns', 'が', '動', 'か', 'な', 'い']],
    ['', []],
    ['🙂 … !!', []],
    [`${'a'.repeat(80)} ok`, ['ok']],
  ])('takes %j apart', (text, expected) => expect(texts(text)).toEqual(expected));

  it('knows where each word stood', () => {
    const text = 'Das ist die Größe, ja';
    expect(words(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Das', 'ist', 'die', 'Größe', 'ja']);
  });

  it('stems words, but not identifiers', () => {
    expect(stem('crashing')).toBe(stem('crashes'));
    expect(stem('moc-lq2')).toBe('moc-lq2');
  });
});

describe('phrases', () => {
  const book = phraseBook(
    ['calico enterprise', 'new-akshci*', 'load balancer', 'lookup ... no such host', 'api server'].map((phrase) => ({
      key: phrase,
      phrase,
    })),
  );
  const found = (text: string) => findPhrases(book, words(text)).map(({ key }) => key);

  it.each([
    ['Calico-Enterprise is licensed', ['calico enterprise']],
    ['New-AksHciCluster hangs', ['new-akshci*']],
    ['two load balancers', ['load balancer']],
    ['dial tcp: lookup sql.contoso.local on 10.96.0.10: no such host', ['lookup ... no such host']],
    ['the api_server', ['api server']],
  ])('finds in %j', (text, expected) => expect(found(text)).toEqual(expected));

  it.each([
    ['calico, enterprise customers', 'a comma stands between'],
    ['we restarted the api. Server 2022 is fine', 'a sentence ends between'],
    ['lookup one two three four five six seven eight nine no such host', 'too many words stand between'],
    ['no such host on lookup', 'the order is wrong'],
    ['aks hci cluster', 'the prefix begins another word'],
    ['', 'nothing is there'],
  ])('finds nothing in %j, because %s', (text) => expect(found(text)).toEqual([]));
});

describe('the classifier', () => {
  const examples = [
    { label: 'dns', features: ['coredns', 'lookup', 'fails'] },
    { label: 'dns', features: ['coredns', 'slow', 'lookup'] },
    { label: 'disk', features: ['pvc', 'pending', 'fails'] },
    { label: 'disk', features: ['pvc', 'slow', 'pending'] },
  ];
  const favourite = (features: string[]) => {
    const classifier = trainClassifier(examples);
    const { scores, known } = classifier.score(features);
    return { label: classifier.labels[scores.indexOf(Math.max(...scores))], known };
  };

  it('prefers the label whose words it saw', () => {
    expect(favourite(['coredns', 'pods'])).toEqual({ label: 'dns', known: 1 });
    expect(favourite(['pending', 'slow'])).toEqual({ label: 'disk', known: 2 });
  });

  it('gives an unknown word no weight, and an even one hardly any', () => {
    const { scores, known } = trainClassifier(examples).score(['slow', 'neverseen']);
    expect(known).toBe(1);
    expect(Math.abs((scores[0] ?? 0) - (scores[1] ?? 0))).toBeLessThan(0.3);
    const told = trainClassifier(examples).score(['coredns', 'lookup']).scores;
    expect(Math.abs((told[0] ?? 0) - (told[1] ?? 0))).toBeGreaterThan(1);
  });

  it('learns the same from the same examples, and survives being written down', () => {
    const trained = train(examples);
    expect(train(examples)).toEqual(trained);
    expect(readKept(JSON.parse(JSON.stringify(keptClassifier(trained))))).toEqual(trained);
  });

  it('counts what was known before the words', () => {
    const prior = new Map([['dns', 8]]);
    const settled = train(examples.map((example) => (example.label === 'dns' ? { ...example, prior } : example)));
    const column = (trained: ReturnType<typeof train>) => Math.abs(trained.weights[0] ?? 0);
    expect(column(settled)).toBeLessThan(column(train(examples)));
  });

  it('stays finite where a product of probabilities would be zero', () => {
    const many = Array.from({ length: 2000 }, (_, i) => `word${i}`);
    const long = trainClassifier([
      { label: 'a', features: many },
      { label: 'a', features: many },
      { label: 'b', features: ['other'] },
      { label: 'b', features: ['other'] },
    ]);
    const { scores } = long.score(many);
    expect([...scores].every(Number.isFinite)).toBe(true);
    expect(scores[0]).toBeGreaterThan(scores[1] ?? 0);
  });
});
