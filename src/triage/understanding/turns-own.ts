/** What the customer made, chose or did: findings in their images, their charts, their selectors, their network plugin, an article they followed. */
import type { CueHit, Reading } from './reading.ts';
import {
  add,
  causes,
  cuesOf,
  damp,
  FAINT,
  HALF,
  LIKELY,
  SETTLED,
  SMALL,
  STRONG,
  says,
  type Turn,
  tellsFault,
} from './turn.ts';

/** A flaw in an image of the customer is the customer's to rebuild (E01); the cluster's own images are named as such. */
export function ownFindings(turn: Turn): void {
  const { evidence, reading } = turn;
  const found = (evidence.get('security-flaw') ?? 0) + (evidence.get('node-security-flaw') ?? 0);
  const managed = reading.mentions.some(
    ({ component, role }) => component.class === 'microsoft-managed' && role === 'cause',
  );
  if ((found < LIKELY && !says(reading, 'flaw')) || managed || !says(reading, 'own-image')) return;
  add(evidence, 'own-workload', SETTLED);
  for (const topic of ['security-flaw', 'node-security-flaw', 'closed-source', 'oss-tool']) damp(turn, topic);
  for (const topic of ['security-flaw', 'node-security-flaw']) add(evidence, topic, -2 * SETTLED);
}

/** Helm that fails on a chart of the customer upgrades no cluster (E03). */
export function ownChart(turn: Turn): void {
  const { evidence, reading } = turn;
  const helm = causes(reading).some(({ component }) => component.id === 'helm');
  if (!helm || !says(reading, 'own-chart')) return;
  add(evidence, 'oss-tool', says(reading, 'cluster-fine') ? SETTLED : STRONG);
  for (const topic of ['install-upgrade', 'own-workload', 'arc-extension']) damp(turn, topic, SMALL);
  add(evidence, 'install-upgrade', -STRONG);
}

/** Who has found the reason in their own manifest, and asks how it is done well, asks to be taught (E01). */
export function ownCause(turn: Turn): void {
  const { evidence, reading } = turn;
  if (!says(reading, 'own-cause') || !says(reading, 'how-to')) return;
  add(evidence, 'k8s-howto', SETTLED);
  for (const topic of [...evidence.keys()].filter((key) => key !== 'k8s-howto')) damp(turn, topic, HALF);
}

/** "no second CNI", "another CNI was never installed": said not to be there. */
const isDeniedIn = ({ cues, layout, words }: Reading, { first, last }: CueHit): boolean =>
  words.slice(first, last + 1).some(({ text }) => OTHER.has(text)) &&
  cues.some(({ id, first: at }) => DENIALS.has(id) && layout.clause[at] === layout.clause[first]);
const OTHER = new Set('own second another other additional byo'.split(' '));
const DENIALS = new Set(['denied', 'denied-after']);

/** A network plugin that the customer put in, or put in place of the delivered one, is theirs (E07). */
export function ownCni(turn: Turn): void {
  const { evidence, reading } = turn;
  const cni = causes(reading).some(({ component }) =>
    ['community-cni', 'open-source-networking'].includes(component.class),
  );
  if (!cni || !cuesOf(reading, 'cni-swap').some((cue) => !isDeniedIn(reading, cue))) return;
  add(evidence, 'network-customization', SETTLED);
  for (const topic of ['cni-basic', 'cni-advanced', 'networking']) damp(turn, topic);
  add(evidence, 'cni-basic', -2 * SETTLED);
}

const ARTICLE_TOPICS = ['docs-fault', 'release-info', 'product-choice', 'wish', 'roadmap'];

/** What fails after the article was followed is a fault, as long as nothing is said against the article. */
export function followedArticle(turn: Turn): void {
  const { evidence, reading } = turn;
  const against = says(reading, 'docs') || reading.signals.some(({ topic }) => topic === 'docs-fault');
  if (against || !tellsFault(reading) || cuesOf(reading, 'followed').length === 0) return;
  for (const topic of ARTICLE_TOPICS) {
    damp(turn, topic, FAINT);
    add(evidence, topic, -2 * SETTLED);
  }
}
