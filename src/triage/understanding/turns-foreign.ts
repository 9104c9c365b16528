/** Open and closed source, and other products: subject of the fault, victim, messenger, or only a name with several lives. */
import type { Component } from '../../../knowledge/schema.ts';
import { distance, type Mention } from './mentions.ts';
import type { Reading } from './reading.ts';
import {
  add,
  causes,
  cuesOf,
  damp,
  HALF,
  HINT,
  LIKELY,
  SETTLED,
  SMALL,
  STRONG,
  says,
  type Turn,
  tellsFault,
} from './turn.ts';
import { unknownName } from './unknown-name.ts';

/** Closed source that misbehaves is the vendor's, whatever part of the cluster shows it (E06 beats D06 and D10). */
export function closedSource(turn: Turn): void {
  const { evidence, reading } = turn;
  for (const { guilty, occurrences } of causes(reading).filter(
    ({ component }) => component.class === 'closed-source',
  )) {
    const subject = occurrences.some((at) => at.faulty || reading.layout.sentence[at.first] === 0);
    const opens = occurrences.some((at) => at.first < SUBJECT_WORDS && !at.pasted && !managedBefore(reading, at.first));
    const behind = !guilty && occurrences.every((at) => openBefore(reading, at.first));
    if (behind) damp(turn, 'closed-source', SMALL);
    else if (guilty) add(evidence, 'closed-source', SETTLED);
    else if (subject) add(evidence, 'closed-source', opens ? STRONG : LIKELY);
  }
}

const LABEL_WITHIN_WORDS = 4;

/** "paid", "open source" right beside a name: the edition that runs decides. */
export function paidOrOpen(turn: Turn): void {
  const { evidence, reading } = turn;
  const beside = (id: string, { occurrences }: Mention) =>
    cuesOf(reading, id).some((cue) => occurrences.some((at) => distance(cue, at) <= LABEL_WITHIN_WORDS));
  const open = causes(reading).filter(({ component }) => component.class === 'open-source');
  if (open.some((mention) => beside('open-source', mention))) add(evidence, 'oss-tool', LIKELY);
  else if (open.some((mention) => beside('commercial', mention))) {
    add(evidence, 'closed-source', SETTLED);
    damp(turn, 'oss-tool', 0);
    add(evidence, 'oss-tool', -SETTLED);
  } else if (says(reading, 'commercial') && unknownName(reading) !== null) add(evidence, 'closed-source', STRONG);
  else if (says(reading, 'open-source') && unknownName(reading) !== null) add(evidence, 'oss-tool', STRONG);
}

/** A name among the first words is the subject of the message. */
const SUBJECT_WORDS = 8;

/** An open-source project as the subject of the fault, whatever cluster words its own errors hold. */
export function openSource(turn: Turn): void {
  const { evidence, reading } = turn;
  const ingress = (evidence.get('ingress-lb') ?? 0) > LIKELY;
  const open = causes(reading).filter(({ component }) => component.class === 'open-source');
  const subject = open.find(
    ({ component, occurrences }) =>
      !(ingress && component.kinds.includes('ingress')) &&
      occurrences.some((at) => at.first < SUBJECT_WORDS && at.pasted === false && !managedBefore(reading, at.first)),
  );
  const fine = open.length > 0 && !ingress && says(reading, 'cluster-fine');
  if (subject && tellsFault(reading)) add(evidence, 'oss-tool', HINT);
  if (!fine) return;
  add(evidence, 'oss-tool', LIKELY);
  for (const topic of IN_SCOPE_SIGNS) damp(turn, topic, HALF);
}

/** "external-dns gets no answer from Infoblox": the open-source part that is named first is the subject. */
const openBefore = ({ mentions, layout }: Reading, word: number): boolean =>
  mentions.some(
    ({ component, role, occurrences }) =>
      component.class === 'open-source' &&
      role === 'cause' &&
      occurrences.some(({ first }) => first < word && layout.sentence[first] === layout.sentence[word]),
  );

const managedBefore = ({ mentions }: Reading, word: number): boolean =>
  mentions.some(
    ({ component, occurrences }) =>
      component.class === 'microsoft-managed' && occurrences.some(({ first }) => first < word),
  );

/** Tools that find flaws; what they find is the matter, not they. */
export function scannerFindings(turn: Turn): void {
  const { evidence, reading } = turn;
  const found = (evidence.get('security-flaw') ?? 0) + (evidence.get('node-security-flaw') ?? 0);
  const scanner = causes(reading).some(({ component, guilty }) => component.kinds.includes('scanner') && !guilty);
  if (!scanner || found < LIKELY) return;
  for (const topic of ['closed-source', 'oss-tool', 'arc-extension']) damp(turn, topic, SMALL);
  add(evidence, 'security-flaw', HINT);
}

/** A managed part that is said to work, beside something foreign that does not. */
export function exonerated(turn: Turn): void {
  const foreign = causes(turn.reading).some(({ component }) =>
    ['closed-source', 'open-source'].includes(component.class),
  );
  if (!foreign) return;
  for (const { component, role, occurrences } of turn.reading.mentions) {
    if (role === 'context' && component.class === 'microsoft-managed' && occurrences.length > 0) {
      damp(turn, component.topic, HALF);
    }
  }
}

/** Several foreign tools fail at once, or everything does: they show a fault of the cluster, if one is told. */
export function severalVictims(turn: Turn): void {
  const { evidence, reading } = turn;
  const foreign = causes(reading).filter(
    ({ component, guilty }) => ['closed-source', 'open-source'].includes(component.class) && !guilty,
  );
  if (foreign.length === 0) return;
  const ours = Math.max(0, ...IN_SCOPE_SIGNS.map((topic) => evidence.get(topic) ?? 0));
  if (ours < LIKELY / 2 || !(foreign.length > 2 || says(reading, 'everywhere'))) return;
  damp(turn, 'oss-tool', SMALL);
  damp(turn, 'closed-source', SMALL);
}

/** Topics whose fault shows itself in every tool that runs on the cluster. */
const IN_SCOPE_SIGNS = [
  'certificates',
  'cluster-access',
  'api-server',
  'control-plane',
  'etcd',
  'dns',
  'networking',
  'net-performance',
  'ingress-lb',
  'storage',
  'node',
  'kube-proxy',
];

/** One name, several lives: the shipped add-on, the Arc extension, the project installed by the customer. */
export function twins(turn: Turn): void {
  const { evidence, reading, lexicon } = turn;
  const extensionDenied = reading.mentions.some(
    ({ role, component }) => role === 'denied' && component.topic === 'arc-extension',
  );
  if (extensionDenied) damp(turn, 'arc-extension');
  for (const { component, role } of reading.mentions) {
    if (role === 'denied') {
      for (const twin of component.twins) {
        const other = lexicon.components.get(twin);
        if (other) add(evidence, other.topic, LIKELY);
      }
    }
    if (role !== 'cause' || component.class !== 'open-source') continue;
    if (turn.facts.workloadInKubeSystem?.source === 'answered' && !turn.facts.workloadInKubeSystem.value)
      deliveredTwin(turn, component);
    const twinClasses = component.twins.map((twin) => lexicon.components.get(twin)?.class);
    if (twinClasses.includes('azure-integration') && says(reading, 'extension') && !extensionDenied) {
      add(evidence, 'arc-extension', STRONG);
      damp(turn, 'oss-tool');
    }
    if (twinClasses.includes('microsoft-managed') && says(reading, 'shipped') && !says(reading, 'self-installed')) {
      add(evidence, 'system-addon', STRONG);
      damp(turn, 'oss-tool');
    }
  }
}

/** Asked who installed it, the person said: not we. */
function deliveredTwin(turn: Turn, { twins: ids, topic }: Component): void {
  const delivered = ids
    .flatMap((id) => turn.lexicon.components.get(id) ?? [])
    .find((one) => one.class === 'microsoft-managed' || one.class === 'azure-integration');
  if (!delivered) return;
  add(turn.evidence, delivered.topic, 2 * SETTLED);
  damp(turn, topic);
}

/** kube-system is Microsoft's only for what the product put there (B06). */
export function addonsAndNamespaces(turn: Turn): void {
  const { evidence, reading } = turn;
  if (!says(reading, 'self-installed')) return;
  const open = causes(reading).some(({ component }) => component.class === 'open-source');
  if (!open || (evidence.get('closed-source') ?? 0) >= SETTLED) return;
  add(evidence, 'oss-tool', LIKELY);
  damp(turn, 'system-addon');
}

/** "How do we turn our compose files into manifests?" asks of Kubernetes, not of what they were written for (E01). */
export function translation(turn: Turn): void {
  const { evidence, reading } = turn;
  const isOther = reading.mentions.some(
    ({ component, role }) =>
      component.class === 'other-product' && !component.id.startsWith('aks-') && role !== 'denied',
  );
  if (!isOther || tellsFault(reading) || !says(reading, 'translate') || !asksFor(reading)) return;
  for (const topic of BESIDE_TRANSLATION) {
    damp(turn, topic);
    add(evidence, topic, -2 * SETTLED);
  }
  add(evidence, 'k8s-howto', 2 * SETTLED);
}

const BESIDE_TRANSLATION = ['other-product', 'product-choice', 'product-procedure', 'small-talk'];
const REQUESTS = new Set('please pls bitte svp favor'.split(' '));

const asksFor = (reading: Reading): boolean =>
  reading.text.includes('?') ||
  says(reading, 'how-to') ||
  says(reading, 'question') ||
  reading.words.some(({ text }) => REQUESTS.has(text));

/** Another product at fault ends the triage (precedence 1); named beside ours it is a comparison. */
export function otherProducts(turn: Turn): void {
  const { evidence, reading } = turn;
  const others = causes(reading).filter(({ component }) => component.class === 'other-product');
  const previews = others.filter(({ component }) => component.topic === 'ms-preview');
  if (previews.length > 0) add(evidence, 'ms-preview', STRONG);
  if (others.length === previews.length) {
    damp(turn, 'other-product', HALF);
    return;
  }
  const compared = says(reading, 'product-choice') && !tellsFault(reading);
  if (compared) {
    damp(turn, 'other-product');
    add(evidence, 'product-choice', STRONG);
  } else if (says(reading, 'our-product')) damp(turn, 'other-product', HALF);
  else add(evidence, 'other-product', STRONG);
}
