/** Which facts would settle what the words leave open. */
import type { FactName, Facts } from '../../model/facts.ts';
import type { Likely } from './decide.ts';
import type { Lexicon } from './lexicon.ts';
import type { Reading } from './reading.ts';
import { scopeGroup } from './scope-group.ts';
import { says } from './turn.ts';
import { unknownName } from './unknown-name.ts';

type Open = { fact: FactName; why: string };
type Settled = { topic: string | null; component: string | null };

const RIVAL_PROBABILITY_MIN = 0.2;

export function openFacts(
  reading: Reading,
  settled: Settled,
  likely: readonly Likely[],
  facts: Facts,
  lexicon: Pick<Lexicon, 'components'>,
): Open[] {
  const open: Open[] = [];
  const ask = (fact: FactName, why: string) => {
    if (!facts[fact] && !open.some((other) => other.fact === fact)) open.push({ fact, why });
  };
  const name = unknownName(reading);
  if (name !== null && (settled.topic === null || settled.component === name)) {
    ask('componentClass', `Open source or commercial? ${name} is on no list here, and that decides the scope.`);
  }
  stageQuestion(reading, settled, ask);
  whoInstalled(reading, settled, lexicon, ask);
  if (settled.topic === null) ask('topic', 'The message does not say yet what is wrong.');
  const [first, second] = likely;
  if (
    first &&
    second &&
    second.probability >= RIVAL_PROBABILITY_MIN &&
    scopeGroup(first.topic) !== scopeGroup(second.topic)
  ) {
    ask('topic', 'Two different topics fit the words.');
  }
  return open;
}

function stageQuestion(reading: Reading, settled: Settled, ask: (fact: FactName, why: string) => void): void {
  if (settled.topic === 'ms-preview' || says(reading, 'preview-over')) return;
  const staged = reading.mentions.find(({ role, component }) => role === 'cause' && component.kinds.includes('staged'));
  if (staged) ask('featureStage', `${staged.component.name} has been a preview: the stage you run decides the scope.`);
}

/** A name with several lives, or something foreign in kube-system: who put it there decides. */
function whoInstalled(
  reading: Reading,
  settled: Settled,
  lexicon: Pick<Lexicon, 'components'>,
  ask: (fact: FactName, why: string) => void,
): void {
  if (says(reading, 'self-installed') || says(reading, 'shipped') || says(reading, 'extension')) return;
  const causes = reading.mentions.filter(({ role }) => role === 'cause');
  const foreign = causes.find(({ component }) => component.class === 'open-source');
  if (!foreign || (settled.topic !== 'oss-tool' && settled.topic !== 'system-addon')) return;
  const inKubeSystem = reading.signals.some(({ phrase }) => phrase === 'kube-system');
  const managedTwin = foreign.component.twins.some(
    (twin) => lexicon.components.get(twin)?.class === 'microsoft-managed',
  );
  if (inKubeSystem || managedTwin) {
    ask('workloadInKubeSystem', `Who installed ${foreign.component.name}: the product, or you?`);
  }
}
