/** Parts of the product and what is done to them: operations that fail, stages, edits by hand, the customer's own DaemonSets and code. */
import type { Reading } from './reading.ts';
import { isPreviewOutlived } from './removal.ts';
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

/** Words between an edit and the managed part that was edited. */
const EDIT_WITHIN_WORDS = 12;

/** Cmdlets and commands that install, create or upgrade; "Install-AksHci hangs" is about installing, whatever its log names. */
const OPERATION = new Set([
  'install-akshci',
  'update-akshci',
  'new-akshcicluster',
  'uninstall-akshci',
  'az aksarc create',
  'az aksarc upgrade',
  'upgrade fails',
  'upgrade stuck',
  'upgrade hangs',
]);

export function failingOperation({ evidence, reading }: Turn): void {
  const { layout } = reading;
  const failing = reading.signals.some(
    ({ topic, phrase, first, last }) =>
      topic === 'install-upgrade' &&
      OPERATION.has(phrase) &&
      reading.cues.some(
        (cue) => cue.id === 'fault' && cue.first > last && layout.sentence[cue.first] === layout.sentence[first],
      ),
  );
  if (failing) add(evidence, 'install-upgrade', STRONG);
}

/** Who asks when or where previews come uses none. */
const ABOUT_RELEASES = ['release-info', 'roadmap'];

export function stages(turn: Turn): void {
  const { evidence, reading } = turn;
  if (isPreviewOutlived(reading)) add(evidence, 'ms-preview', -2 * SETTLED);
  else if (says(reading, 'preview-over')) damp(turn, 'ms-preview');
  else if (says(reading, 'preview') && !ABOUT_RELEASES.some((cue) => says(reading, cue))) {
    add(evidence, 'ms-preview', LIKELY);
  }
  if (says(reading, 'alpha')) add(evidence, 'upstream-feature', STRONG);
  if (says(reading, 'beta')) add(evidence, 'upstream-feature', LIKELY);
  if (says(reading, 'upstream-bug')) add(evidence, 'upstream-bug', LIKELY);
}

/** Complaints of the version are no more than that until something fails beside them (A12). */
export function failsBesideWarning(turn: Turn): void {
  const { evidence, reading } = turn;
  const warnings = reading.signals.filter(({ topic }) => topic === 'deprecation-warning');
  const { clause } = reading.layout;
  const fails = reading.cues.some(
    ({ id, first }) =>
      id === 'fault' &&
      warnings.every((warning) => clause[warning.first] !== clause[first] && clause[warning.last] !== clause[first]),
  );
  const other = [...evidence].some(([topic, weight]) => topic !== 'deprecation-warning' && weight >= HINT);
  if (warnings.length === 0 || !fails || !other || says(reading, 'no-fault')) return;
  damp(turn, 'deprecation-warning', 0);
  add(evidence, 'deprecation-warning', -2 * SETTLED);
}

export function documentedSample(turn: Turn): void {
  const { evidence, reading, facts } = turn;
  const documented = facts.fromMicrosoftDocs?.value ?? says(reading, 'ms-docs');
  if (!documented || !tellsFault(reading)) return;
  if (says(reading, 'helm-used')) add(evidence, 'oss-integration', says(reading, 'docs') ? HINT : LIKELY);
}

/** Topics of managed components that people reach and alter. */
const ALTERABLE = new Set(
  'api-server control-plane etcd dns kube-proxy system-addon node-runtime storage management-cluster'.split(' '),
);

/** A change already made is B08; the question whether one may is D05. */
export function editedByHand(turn: Turn): void {
  const { evidence, reading } = turn;
  const managed = reading.mentions.filter(
    ({ component }) => component.class === 'microsoft-managed' && ALTERABLE.has(component.topic),
  );
  const near = cuesOf(reading, 'edited').some((cue) =>
    managed.some(({ occurrences }) =>
      occurrences.some(
        (at) => Math.max(at.first - cue.last, cue.first - at.last) <= EDIT_WITHIN_WORDS && at.first !== cue.first,
      ),
    ),
  );
  if (!near) return;
  const onlyAsked = says(reading, 'planned') || (says(reading, 'question') && !tellsFault(reading));
  add(evidence, onlyAsked ? 'control-plane-customization' : 'altered-managed', STRONG);
}

export function daemonSets(turn: Turn): void {
  const { evidence, reading } = turn;
  const nodesDown = (evidence.get('node') ?? 0) + (evidence.get('node-runtime') ?? 0) > HINT;
  const onEveryNode = reading.mentions.some(
    ({ component, role }) => component.id === 'customer-daemonset' && role !== 'bypassed' && role !== 'denied',
  );
  for (const { component, role, guilty } of reading.mentions) {
    if (component.id === 'customer-daemonset' && role === 'bypassed') {
      damp(turn, 'daemonset-damage', 0);
      add(evidence, 'daemonset-damage', -2 * SETTLED);
    }
    if (component.id === 'customer-daemonset' && guilty && nodesDown) {
      add(evidence, 'daemonset-damage', SETTLED);
      for (const topic of AROUND_A_DAEMONSET) damp(turn, topic, HALF);
    }
    if (component.class === 'open-source' && guilty && nodesDown) {
      // A node that its DaemonSet makes unavailable is not diagnosed, whoever wrote the program (F14 beats E04).
      add(evidence, 'daemonset-damage', onEveryNode ? SETTLED : STRONG);
      if (onEveryNode) for (const topic of ['oss-tool', ...AROUND_A_DAEMONSET]) damp(turn, topic, SMALL);
    }
    if (component.id === 'customer-daemonset' && role === 'cause' && nodesDown && ownMade(reading)) {
      add(evidence, 'daemonset-damage', LIKELY);
    }
  }
}

/** What a DaemonSet touches, and where it shows. */
const AROUND_A_DAEMONSET = ['node', 'node-runtime', 'node-patching', 'cni-advanced', 'cni-basic', 'api-server'];

/** "Our labels are gone since the pool was upgraded", "with that label removed the system pods left": told of the nodes. */
export function nodeLabels(turn: Turn): void {
  const { evidence, reading } = turn;
  if (!says(reading, 'node-labels') || !reading.words.some(({ text }) => NODES.has(text))) return;
  // What does not run where a label of the system was changed is only the first to show it (C06).
  const changed = turn.facts.metadataChange?.value === 'changed-system';
  add(evidence, 'node', changed ? 2 * SETTLED : SETTLED);
  for (const topic of changed ? [...BESIDE_LABELS, ...SCHEDULED_BY_LABELS] : BESIDE_LABELS) {
    damp(turn, topic, SMALL);
    add(evidence, topic, -STRONG);
  }
}

const NODES = new Set('node nodes worker workers pool pools nodepool knoten noeud noeuds nodo nodos'.split(' '));
/** What the words around labels look like. */
const SCHEDULED_BY_LABELS = 'kube-proxy system-addon storage networking control-plane'.split(' ');
const BESIDE_LABELS = 'k8s-howto own-workload price daemonset-damage altered-managed node-self-repair'.split(' ');

const OWN = new Set(['our', 'own', 'my', 'homegrown', 'custom', 'unser', 'unsere', 'eigenes', 'notre', 'nuestro']);

/** "our daemonset": one of the words just before the name says whose it is. */
function ownMade({ words, mentions }: Reading): boolean {
  return mentions.some(
    ({ component, occurrences }) =>
      component.id === 'customer-daemonset' &&
      occurrences.some(({ first }) => words.slice(Math.max(0, first - 4), first).some(({ text }) => OWN.has(text))),
  );
}

export function ownWorkload({ evidence, reading }: Turn): void {
  if (says(reading, 'own-code') && tellsFault(reading)) add(evidence, 'own-workload', HINT);
}

/** Everyday networking words are in most messages; a named part that is broken says more. */
export function networkParts(turn: Turn): void {
  const { evidence } = turn;
  const special = ['network-customization', 'nic-customization', 'cni-advanced'].some(
    (t) => (evidence.get(t) ?? 0) > LIKELY,
  );
  if (!special) return;
  damp(turn, 'networking', HALF);
  damp(turn, 'cni-basic', HALF);
}

/** A management cluster that has lost Azure is a matter of the connection (D04, H06), not of the cluster. */
export function azureContact(turn: Turn): void {
  const strong = turn.reading.signals.some(
    ({ topic, weight, phrase }) => topic === 'arc-integration' && weight > 1 && AZURE_CONTACT.has(phrase),
  );
  if (!strong) return;
  damp(turn, 'management-cluster', HALF);
  add(turn.evidence, 'arc-integration', LIKELY);
}

const AZURE_CONTACT = new Set([
  'could not reach azure',
  'cannot reach azure since',
  'in sync again',
  'sync with azure',
  'last contact with azure',
  'not synced',
  'reconnect to azure',
  'no uplink',
]);

/** "Our hosts are Azure Stack HCI" tells what the cluster stands on. */
const HOSTS_ARE =
  /\bhosts?(?: os)?(?:\s?[:=]|\s(?:are|is|run|runs|on)\b)\s(?:\w+ ){0,3}?(?:azure|windows|server|ws ?20|hci|20\d\d)/i;
/** A signal that names no host but a fault of it. */
const FAULT_WEIGHT = 2;
const saysHostFault = ({ signals }: Turn['reading']): boolean =>
  signals.some(({ topic, weight }) => topic === 'host-platform' && weight >= FAULT_WEIGHT);

/** What happened to the hosts is the story where a part of the product is told to fail: sending somebody away needs more than that. */
export function hostStory(turn: Turn): void {
  const { evidence, reading } = turn;
  const ours = causes(reading).find(
    ({ component, occurrences }) => component.class === 'microsoft-managed' && occurrences.some(({ faulty }) => faulty),
  );
  const isNamed = HOSTS_ARE.test(reading.text) && tellsFault(reading) && !saysHostFault(reading);
  if (!(ours || isNamed) || !evidence.has('host-platform')) return;
  if (ours) add(evidence, ours.component.topic, LIKELY);
  damp(turn, 'host-platform', 0);
  add(evidence, 'host-platform', -2 * SETTLED);
}

/** Adapters changed from outside are a change of the node, which the gates judge; what fails since then is the matter. */
export function changedFromOutside(turn: Turn): void {
  const changed = turn.facts.nodeChange?.value.some(({ via, what }) => OUTSIDE.has(via) && ADAPTER.has(what));
  // Who asks how such an adapter is set up wants the customization, whatever was done for it so far.
  if (!changed || (says(turn.reading, 'how-to') && !tellsFault(turn.reading))) return;
  damp(turn, 'nic-customization', 0);
  add(turn.evidence, 'nic-customization', -2 * SETTLED);
  // Made for a network plugin of their own, it is that plugin which fails.
  const own = causes(turn.reading).some(({ component }) => component.class === 'open-source-networking');
  add(turn.evidence, 'network-customization', own ? 2 * SETTLED : 0);
  add(turn.evidence, 'networking', own ? -SETTLED : LIKELY);
}

const OUTSIDE = new Set(['hyperv-api', 'iaas-api']);
const ADAPTER = new Set(['nic', 'vm-network']);
