/** Which facts would settle what the words leave open. */
import type { ComponentClass } from '../../model/facts.ts';
import type { Likely } from './decide.ts';
import type { Lexicon } from './lexicon.ts';
import type { Reading } from './reading.ts';
import { scopeGroup } from './scope-group.ts';
import type { SettlingFacts, SettlingName } from './settling.ts';
import { cuesOf, says } from './turn.ts';
import { unknownName } from './unknown-name.ts';

type Open = { fact: SettlingName; why: string };
type Settled = { topic: string | null; component: string | null };

const RIVAL_PROBABILITY_MIN = 0.2;

export function openFacts(
  reading: Reading,
  settled: Settled,
  likely: readonly Likely[],
  facts: SettlingFacts,
  lexicon: Pick<Lexicon, 'components'>,
): Open[] {
  const open: Open[] = [];
  const ask = (fact: SettlingName, why: string) => {
    if (!isTold(facts, fact) && !open.some((other) => other.fact === fact)) open.push({ fact, why });
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

/** In which namespace a part runs, other than kube-system, says nothing of who put it there. */
const isTold = (facts: SettlingFacts, fact: SettlingName): boolean =>
  facts[fact] !== undefined &&
  !(fact === 'workloadInKubeSystem' && facts[fact].source === 'typed' && facts[fact].value === false);

function stageQuestion(reading: Reading, settled: Settled, ask: (fact: SettlingName, why: string) => void): void {
  if (says(reading, 'preview-over')) return;
  if (isNewFeature(reading, settled))
    ask('featureStage', 'What is new may still be a preview: its stage decides the scope.');
  if (says(reading, 'stage-supposed'))
    ask('featureStage', 'Whether it is a preview is only supposed, and that decides the scope.');
  if (settled.topic === 'ms-preview' && STAGES.some((id) => says(reading, id))) return;
  if (settled.topic === 'upstream-feature' && !STAGES.some((id) => says(reading, id)))
    ask('featureStage', 'A feature of Kubernetes is supported from beta on: its stage decides the scope.');
  const staged = reading.mentions.find(({ role, component }) => role === 'cause' && component.kinds.includes('staged'));
  if (staged) ask('featureStage', `${staged.component.name} has been a preview: the stage you run decides the scope.`);
}

/** "The new cloning function of the product fails": covered, or a preview, by a stage that nobody has told. */
const isNewFeature = (reading: Reading, { topic }: Settled): boolean =>
  says(reading, 'new-feature') &&
  !STAGES.some((id) => says(reading, id)) &&
  (topic === null || MAY_BE_PREVIEW.has(scopeGroup(topic)));
const MAY_BE_PREVIEW = new Set(['in_scope', 'preview']);

/** Words of a message that does no more than name its subject: "calico question for our cluster on 1.33.5". */
const NAMING_WORDS_MAX = 14;

export function onlyNames({ cues, signals, words, layout, mentions }: Reading, topic: string): boolean {
  if (words.length > NAMING_WORDS_MAX || layout.pasted.includes(1) || scopeGroup(topic) === 'not_a_support_request')
    return false;
  const tells = cues.some(({ id }) => TELLING.has(id)) || signals.some(({ weight }) => weight >= SAYING_WEIGHT);
  return !tells && mentions.some(({ component }) => component.topic === topic);
}

const TELLING: ReadonlySet<string> = new Set([
  'fault',
  'how-to',
  'procedure',
  'wish',
  'roadmap',
  'price',
  'docs',
  'release-info',
  'product-choice',
  'planned',
  'edited',
  'cni-swap',
  'removed',
  'fault-stays',
  'fault-goes',
  'flaw',
  'recovered',
  'thanks',
  'announcement',
  'preview',
  'alpha',
  'beta',
]);
/** A signal of this weight says what is the matter. */
const SAYING_WEIGHT = 2;

const STAGES = ['alpha', 'beta', 'preview'];

/** A name with several lives, or something foreign in kube-system: who put it there decides. */
function whoInstalled(
  reading: Reading,
  settled: Settled,
  lexicon: Pick<Lexicon, 'components'>,
  ask: (fact: SettlingName, why: string) => void,
): void {
  if (installedThis(reading) || says(reading, 'shipped') || says(reading, 'extension')) return;
  const causes = reading.mentions.filter(({ role }) => role === 'cause');
  const inKubeSystem = reading.signals.some(({ phrase }) => phrase === 'kube-system');
  if (inKubeSystem && settled.topic === 'system-addon' && says(reading, 'whose')) {
    ask('workloadInKubeSystem', 'What the product put into kube-system is covered, what others put there is theirs.');
  }
  const isOpen = (of: string): boolean => lexicon.components.get(of)?.class === 'open-source';
  const foreign =
    causes.find(({ component }) => component.class === 'open-source') ??
    // Delivered, but many a cluster has one of its own there as well.
    (inKubeSystem && settled.topic === 'system-addon'
      ? causes.find(({ component }) => component.twins.some(isOpen))
      : undefined);
  if (!foreign || (settled.topic !== 'oss-tool' && settled.topic !== 'system-addon')) return;
  const hasTwin = foreign.component.twins.some((twin) =>
    DELIVERED.has(lexicon.components.get(twin)?.class ?? foreign.component.class),
  );
  if (inKubeSystem || hasTwin) {
    ask('workloadInKubeSystem', `Who installed ${foreign.component.name}: the product, or you?`);
  }
}

/** What comes with the product, or as an extension of Microsoft's. */
const DELIVERED: ReadonlySet<ComponentClass> = new Set(['microsoft-managed', 'azure-integration']);

/** "We installed the newest release" tells of the product, not of the part. */
const PRODUCT_WORDS = new Set('release version update patch build aks arc cluster kubernetes k8s'.split(' '));
const OBJECT_WORDS = 4;

const installedThis = (reading: Reading): boolean =>
  cuesOf(reading, 'self-installed').some(({ last }) => {
    const behind = reading.words.slice(last + 1, last + 1 + OBJECT_WORDS);
    const end = behind.findIndex(({ breaks }) => breaks);
    return !behind.slice(0, end < 0 ? OBJECT_WORDS : end).some(({ text }) => PRODUCT_WORDS.has(text));
  });
