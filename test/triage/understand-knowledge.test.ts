/** The data behind understanding: every term is found by its own words, and every reference leads somewhere. */
import { describe, expect, it } from 'vitest';
import { lexiconHash, readLexiconSource, readTraining } from '../../knowledge/lexicon.ts';
import { readYaml } from '../../knowledge/load.ts';
import { Component, PlacesFile, TriggersFile } from '../../knowledge/schema.ts';
import { learnt, trainingText } from '../../src/cli/train.ts';
import { isFactName, Product } from '../../src/model/facts.ts';
import { ReportComponent } from '../../src/model/report.ts';
import { type LexiconSource, lexicon } from '../../src/triage/understand.ts';
import { readMessage } from '../../src/triage/understanding/reading.ts';

const source = readLexiconSource();
const compiled = lexicon({ ...source, phrases: source.phrases.slice(0, 1) });
const topics = new Set(source.topics.map(({ id }) => id));
const components = new Set(source.components.map(({ id }) => id));
const named = (text: string) => readMessage(text, compiled).mentions.map(({ component }) => component.id);

describe('components', () => {
  it('are found by each of their words', () => {
    const lost = source.components.flatMap(({ id, aliases, signals, needs }) =>
      [...aliases, ...signals]
        .filter((phrase) => !named(`${phrase.replaceAll('*', 'x')} ${needs[0]?.replace('*', 's') ?? ''}`).includes(id))
        .map((phrase) => `${id}: ${phrase}`),
    );
    expect(lost).toEqual([]);
  });

  it('have ids of their own', () => expect(components.size).toBe(source.components.length));

  it('need their context word where their name is an everyday word', () => {
    expect(named('the vector of change')).not.toContain('vector');
    expect(named('the contour of the building')).not.toContain('contour');
    expect(named('we keep the keys in a vault at the bank')).not.toContain('vault');
    expect(named('kind: Ingress')).not.toContain('kubeadm');
  });
});

describe('references', () => {
  it('lead to topics with a code of the report', () => {
    for (const { id, component, parent } of source.topics) {
      expect(ReportComponent.safeParse(component).success, id).toBe(true);
      if (parent !== undefined) expect(topics.has(parent), `${id}: ${parent}`).toBe(true);
    }
  });

  it('lead from triggers to facts', () => {
    for (const { id, asks } of readYaml('triggers.yaml', TriggersFile).triggers) {
      for (const fact of asks) expect(isFactName(fact), `${id}: ${fact}`).toBe(true);
    }
  });

  it('lead from places to topics, components, classes or products', () => {
    const known = new Set<string>([...topics, ...components, ...Component.shape.class.options, ...Product.options]);
    for (const { id, for: right } of readYaml('places.yaml', PlacesFile).places) {
      for (const name of right) expect(known.has(name), `${id}: ${name}`).toBe(true);
    }
  });

  it('stop the start with a reason when they lead nowhere', () => {
    const broken = (change: Partial<LexiconSource>) => () => lexicon({ ...source, phrases: [], ...change });
    const [first] = source.components;
    if (!first) throw new Error('there are no components');
    expect(broken({ components: [{ ...first, topic: 'nowhere' }] })).toThrow('there is no topic "nowhere"');
    expect(broken({ components: [{ ...first, twins: ['nobody'] }] })).toThrow('there is no twin "nobody"');
    const phrases = [{ why: 'a test', phrases: [{ topic: 'nowhere', texts: ['x'] }] }];
    expect(broken({ phrases })).toThrow('there is no topic "nowhere"');
  });
});

describe('training phrases', () => {
  it('cover every topic, in number', () => {
    const counts = new Map<string, number>();
    for (const file of source.phrases) {
      for (const { topic, texts } of file.phrases) counts.set(topic, (counts.get(topic) ?? 0) + texts.length);
    }
    expect([...topics].filter((topic) => (counts.get(topic) ?? 0) < 10)).toEqual([]);
  });

  it('say nothing twice under two topics', () => {
    const seen = new Map<string, string>();
    const twice = source.phrases.flatMap((file) =>
      file.phrases.flatMap(({ topic, texts }) =>
        texts.filter((text) => {
          const other = seen.get(text.trim().toLowerCase());
          seen.set(text.trim().toLowerCase(), topic);
          return other !== undefined && other !== topic;
        }),
      ),
    );
    expect(twice).toEqual([]);
  });
});

describe('what was learnt', () => {
  it('is what the files teach: "npm run -s train" after a change of components, topics, cues or phrases', () => {
    const shipped = readTraining();
    expect(shipped?.of, 'knowledge/classifier.json is older than the files').toBe(lexiconHash());
    expect(shipped).toEqual(learnt());
  });

  it('is told by its first words, which name the files it is of', () => {
    const kept = { of: '0123456789abcdef', labels: ['a'], biases: [0.5], features: ['x', 'y z'], weights: 'AQI=' };
    expect(trainingText(kept)).toMatch(/^\{"of":"0123456789abcdef"/);
    expect(JSON.parse(trainingText(kept))).toEqual(kept);
  });
});
