/** Topic facts read from the words, ready to be merged with the facts of the cluster. */
import type { Fact, Facts, FactValues } from '../../model/facts.ts';
import { type CueHit, quote, type Reading } from './reading.ts';
import type { SettlingFacts, SettlingName } from './settling.ts';
import { cuesOf } from './turn.ts';

type Settled = { topic: string | null; component: string | null; componentClass: FactValues['componentClass'] | null };

/** Only what the person has not settled already; a class said in passing of something else settles nothing. */
export function derivedFacts(reading: Reading, settled: Settled, given: SettlingFacts): Facts {
  const facts: Facts = {};
  const put = <N extends SettlingName>(
    name: N,
    value: FactValues[N] | null | undefined,
    evidence: string,
    again = given[name] === undefined,
  ) => {
    if (value === null || value === undefined || !again) return;
    (facts as Record<string, Fact>)[name] = { value, source: 'typed', evidence, approx: false };
  };
  const words = topicWords(reading, settled.topic);
  put('topic', settled.topic, words);
  put('component', settled.component, words);
  const passing = given.componentClass?.source === 'typed' && given.componentClass.value !== settled.componentClass;
  put('componentClass', settled.componentClass, words, passing || given.componentClass === undefined);
  const stage = stageOf(reading, settled.topic);
  const isSupposed = cuesOf(reading, 'stage-supposed').length > 0;
  if (!isSupposed) put('featureStage', stage?.value, stage ? quote(reading, stage.cue) : '');
  const [docs] = cuesOf(reading, 'ms-docs');
  if (docs && settled.topic === 'oss-integration') put('fromMicrosoftDocs', true, quote(reading, docs));
  const [bug] = cuesOf(reading, 'upstream-bug');
  if (bug && settled.topic === 'upstream-bug') put('rootCause', 'upstream-bug', quote(reading, bug));
  const [self] = cuesOf(reading, 'self-installed');
  const kubeSystem = reading.signals.find(({ phrase }) => phrase === 'kube-system');
  if (self && kubeSystem && settled.topic === 'oss-tool') put('workloadInKubeSystem', true, quote(reading, self));
  return facts;
}

function topicWords(reading: Reading, topic: string | null): string {
  const signal = reading.signals.find((hit) => hit.topic === topic);
  if (signal) return quote(reading, signal);
  const mention = reading.mentions.find(({ role, component }) => role === 'cause' && component.topic === topic);
  const [at] = mention?.occurrences ?? reading.mentions.find(({ role }) => role === 'cause')?.occurrences ?? [];
  return at ? quote(reading, at) : reading.text.slice(0, 80);
}

function stageOf(
  reading: Reading,
  topic: string | null,
): { value: FactValues['featureStage']; cue: CueHit } | undefined {
  const first = (id: string) => cuesOf(reading, id)[0] ?? reading.cues.find((cue) => cue.id === id);
  const preview = first('preview');
  if (topic === 'ms-preview' && preview) {
    const said = quote(reading, preview).toLowerCase();
    if (/private|limited|gated/.test(said)) return { value: 'ms-private-preview', cue: preview };
    return { value: /flag|feature register/.test(said) ? 'ms-feature-flag' : 'ms-public-preview', cue: preview };
  }
  if (topic !== 'upstream-feature') return undefined;
  const alpha = first('alpha');
  if (alpha) return { value: 'alpha', cue: alpha };
  const beta = first('beta');
  return beta ? { value: 'beta', cue: beta } : undefined;
}
