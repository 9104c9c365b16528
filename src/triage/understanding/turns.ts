/**
 * Readings that no single word carries: what a denied twin leaves over, an extension that carries an open-source project, a question
 * about the product itself, a managed component edited by hand. Each moves evidence from one topic to another.
 */
import type { Facts } from '../../model/facts.ts';
import { add, type Evidence } from './evidence.ts';
import type { Lexicon } from './lexicon.ts';
import { distance, type Mention } from './mentions.ts';
import type { CueHit, Reading } from './reading.ts';
import { unknownName } from './unknown-name.ts';

type Turn = { evidence: Evidence; reading: Reading; lexicon: Pick<Lexicon, 'components'>; facts: Facts };

/** Asked in so many words, and no fault is told. */
const SETTLED = 6;
/** A turn of phrase that all but settles the topic. */
const STRONG = 4;
/** One that makes it likely. */
const LIKELY = 2.5;
const HINT = 1.2;
/** What is left of evidence that a turn of phrase explains away. */
const FAINT_FACTOR = 0.15;
const HEALTHY_FACTOR = 0.4;
const VICTIM_FACTOR = 0.35;
/** A fault word right after "are gone" belongs to it. */
const CLOSING_WORDS = 3;
/** Words between an edit and the managed part that was edited. */
const EDIT_WITHIN_WORDS = 12;

export function applyTurns(turn: Turn): void {
  for (const apply of [
    whatIsAsked,
    noSupportRequest,
    failingOperation,
    closedSource,
    paidOrOpen,
    scannerFindings,
    openSource,
    exonerated,
    severalVictims,
    twins,
    addonsAndNamespaces,
    stages,
    documentedSample,
    editedByHand,
    daemonSets,
    otherProducts,
    ownWorkload,
    networkParts,
    azureContact,
  ]) {
    apply(turn);
  }
}

/** Cues in the person's own words; pasted output asks for nothing. */
export function cuesOf(reading: Reading, id: string): CueHit[] {
  return reading.cues.filter((cue) => cue.id === id && reading.layout.pasted[cue.first] === 0);
}
export const says = (reading: Reading, id: string): boolean => cuesOf(reading, id).length > 0;
const causes = (reading: Reading): Mention[] => reading.mentions.filter((mention) => mention.role === 'cause');

function damp({ evidence }: Turn, topic: string, factor = FAINT_FACTOR): void {
  const weight = evidence.get(topic);
  if (weight !== undefined) evidence.set(topic, weight * factor);
}

/** Somebody reports a fault: fault words of their own, or pasted errors. */
export function tellsFault(reading: Reading): boolean {
  return reading.cues.some((cue) => cue.id === 'fault');
}

/** Asked how to do something: the product's own procedure (E02), or Kubernetes itself (E01). */
function whatIsAsked(turn: Turn): void {
  const { evidence, reading } = turn;
  if (!says(reading, 'how-to')) return;
  const ours = causes(reading).some(
    ({ component }) =>
      ['microsoft-managed', 'host-platform'].includes(component.class) || component.topic.startsWith('arc-'),
  );
  if (ours) {
    if (says(reading, 'procedure')) add(evidence, 'product-procedure', LIKELY);
    return;
  }
  if (tellsFault(reading)) {
    add(evidence, 'k8s-howto', HINT);
    return;
  }
  add(evidence, 'k8s-howto', STRONG);
  for (const { component } of causes(reading)) {
    if (component.class === 'kubernetes-core' || component.class === 'open-source') damp(turn, component.topic, 0.4);
  }
}

/** Requests that are no support requests, where no fault is told beside them (ruling 15). */
const NO_REQUEST: Record<string, string> = {
  wish: 'wish',
  roadmap: 'roadmap',
  price: 'price',
  docs: 'docs-fault',
  'release-info': 'release-info',
  'product-choice': 'product-choice',
};

const NO_REQUEST_TOPICS = new Set(Object.values(NO_REQUEST));

function noSupportRequest(turn: Turn): void {
  const { evidence, reading } = turn;
  if (says(reading, 'urgent')) return;
  const fault = tellsFault(reading) || evidence.has('security-flaw');
  const asked = Object.entries(NO_REQUEST).filter(([cue, topic]) => says(reading, cue) || signalled(reading, topic));
  const wrongPage = says(reading, 'docs') && !reading.layout.pasted.includes(1);
  if (wrongPage && fault) {
    for (const topic of evidence.keys()) damp(turn, topic, 0.5);
    add(evidence, 'docs-fault', STRONG);
  }
  if (asked.length > 0 && !fault) {
    for (const topic of [...evidence.keys()].filter((key) => !NO_REQUEST_TOPICS.has(key))) damp(turn, topic, 0.3);
    for (const [, topic] of asked) add(evidence, topic, SETTLED);
  }
  closings(turn, fault);
}

/** A signal as strong as a cue. */
const CUE_WEIGHT = 3.5;
const signalled = (reading: Reading, topic: string): boolean =>
  reading.signals.some(
    (signal) =>
      topic !== 'product-choice' &&
      signal.topic === topic &&
      signal.weight >= CUE_WEIGHT &&
      reading.layout.pasted[signal.first] === 0,
  );

/** Thanks after the fault close the matter; thanks before it are manners. */
function closings(turn: Turn, fault: boolean): void {
  const { evidence, reading } = turn;
  const end = lastOf(reading, ['thanks', 'recovered', 'announcement', 'polite']);
  const faultLater = reading.cues.some(({ id, first }) => id === 'fault' && first > end + CLOSING_WORDS);
  const closing = !fault || (says(reading, 'recovered') && !faultLater);
  if (says(reading, 'thanks')) add(evidence, 'small-talk', closing ? STRONG : faultLater ? 0 : LIKELY);
  else if (says(reading, 'polite') && closing && !asksSomething(reading)) add(evidence, 'small-talk', LIKELY);
  if (says(reading, 'announcement')) add(evidence, 'small-talk', fault ? HINT : STRONG);
  if (says(reading, 'small-talk') && !fault) add(evidence, 'small-talk', LIKELY);
  if (faultLater) damp(turn, 'small-talk');
  else if ((evidence.get('small-talk') ?? 0) >= STRONG && !says(reading, 'how-to')) {
    for (const topic of [...evidence.keys()].filter((key) => !NO_REQUEST_TOPICS.has(key))) {
      if (topic !== 'small-talk') damp(turn, topic, 0.5);
    }
  }
  const { words, signals, mentions } = reading;
  if (words.length <= REMARK_WORDS_MAX && !fault && signals.length === 0 && mentions.length === 0) {
    add(evidence, 'small-talk', asksSomething(reading) ? 0 : HINT);
  }
}

/** "ok", "bump", "same here": a remark without any content. */
const REMARK_WORDS_MAX = 3;

const lastOf = (reading: Reading, ids: readonly string[]): number =>
  Math.max(-1, ...reading.cues.filter(({ id }) => ids.includes(id)).map(({ last }) => last));

const asksSomething = (reading: Reading): boolean =>
  says(reading, 'how-to') || says(reading, 'question') || reading.text.includes('?');

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

function failingOperation({ evidence, reading }: Turn): void {
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

/** Closed source that misbehaves is the vendor's, whatever part of the cluster shows it (E06 beats D06 and D10). */
function closedSource({ evidence, reading }: Turn): void {
  for (const { guilty, occurrences } of causes(reading).filter(
    ({ component }) => component.class === 'closed-source',
  )) {
    const subject = occurrences.some((at) => at.faulty || reading.layout.sentence[at.first] === 0);
    const opens = occurrences.some((at) => at.first < SUBJECT_WORDS && !at.pasted && !managedBefore(reading, at.first));
    if (guilty || subject) add(evidence, 'closed-source', opens ? STRONG : LIKELY);
  }
}

const LABEL_WITHIN_WORDS = 4;

/** "paid", "open source" right beside a name: the edition that runs decides. */
function paidOrOpen({ evidence, reading }: Turn): void {
  const beside = (id: string, { occurrences }: Mention) =>
    cuesOf(reading, id).some((cue) => occurrences.some((at) => distance(cue, at) <= LABEL_WITHIN_WORDS));
  const open = causes(reading).filter(({ component }) => component.class === 'open-source');
  if (open.some((mention) => beside('open-source', mention))) add(evidence, 'oss-tool', LIKELY);
  else if (open.some((mention) => beside('commercial', mention))) add(evidence, 'closed-source', STRONG);
  else if (says(reading, 'commercial') && unknownName(reading) !== null) add(evidence, 'closed-source', STRONG);
  else if (says(reading, 'open-source') && unknownName(reading) !== null) add(evidence, 'oss-tool', STRONG);
}

/** Controllers whose configuration is in scope (D10) where the load balancer in front of them is the matter. */
const INGRESS_KINDS = new Set(
  'ingress-nginx traefik haproxy-ingress contour kong emissary gateway-api envoy istio metallb'.split(' '),
);
/** A name among the first words is the subject of the message. */
const SUBJECT_WORDS = 8;

/** An open-source project as the subject of the fault, whatever cluster words its own errors hold. */
function openSource(turn: Turn): void {
  const { evidence, reading } = turn;
  const ingress = (evidence.get('ingress-lb') ?? 0) > LIKELY;
  const open = causes(reading).filter(({ component }) => component.class === 'open-source');
  const subject = open.find(
    ({ component, occurrences }) =>
      !(ingress && INGRESS_KINDS.has(component.id)) &&
      occurrences.some((at) => at.first < SUBJECT_WORDS && at.pasted === false && !managedBefore(reading, at.first)),
  );
  const fine = open.length > 0 && !ingress && says(reading, 'cluster-fine');
  if (subject && tellsFault(reading)) add(evidence, 'oss-tool', HINT);
  if (!fine) return;
  add(evidence, 'oss-tool', LIKELY);
  for (const topic of IN_SCOPE_SIGNS) damp(turn, topic, HEALTHY_FACTOR);
}

const managedBefore = ({ mentions }: Reading, word: number): boolean =>
  mentions.some(
    ({ component, occurrences }) =>
      component.class === 'microsoft-managed' && occurrences.some(({ first }) => first < word),
  );

/** Tools that find flaws; what they find is the matter, not they. */
const SCANNERS = new Set(
  'tenable qualys rapid7 prisma-cloud aqua wiz snyk lacework trivy kube-hunter sysdig stackrox neuvector orca kubescape defender-containers trend-micro crowdstrike'.split(
    ' ',
  ),
);

function scannerFindings(turn: Turn): void {
  const { evidence, reading } = turn;
  const found = (evidence.get('security-flaw') ?? 0) + (evidence.get('node-security-flaw') ?? 0);
  const scanner = causes(reading).some(({ component, guilty }) => SCANNERS.has(component.id) && !guilty);
  if (!scanner || found < LIKELY) return;
  for (const topic of ['closed-source', 'oss-tool', 'arc-extension']) damp(turn, topic, VICTIM_FACTOR);
  add(evidence, 'security-flaw', HINT);
}

/** A managed part that is said to work, beside something foreign that does not. */
function exonerated(turn: Turn): void {
  const foreign = causes(turn.reading).some(({ component }) =>
    ['closed-source', 'open-source'].includes(component.class),
  );
  if (!foreign) return;
  for (const { component, role, occurrences } of turn.reading.mentions) {
    if (role === 'context' && component.class === 'microsoft-managed' && occurrences.length > 0) {
      damp(turn, component.topic, HEALTHY_FACTOR);
    }
  }
}

/** Several foreign tools fail at once, or everything does: they show a fault of the cluster, if one is told. */
function severalVictims(turn: Turn): void {
  const { evidence, reading } = turn;
  const foreign = causes(reading).filter(
    ({ component, guilty }) => ['closed-source', 'open-source'].includes(component.class) && !guilty,
  );
  if (foreign.length === 0) return;
  const ours = Math.max(0, ...IN_SCOPE_SIGNS.map((topic) => evidence.get(topic) ?? 0));
  if (ours < LIKELY / 2 || !(foreign.length > 2 || says(reading, 'everywhere'))) return;
  damp(turn, 'oss-tool', VICTIM_FACTOR);
  damp(turn, 'closed-source', VICTIM_FACTOR);
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
function twins(turn: Turn): void {
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

/** kube-system is Microsoft's only for what the product put there (B06). */
function addonsAndNamespaces(turn: Turn): void {
  const { evidence, reading } = turn;
  if (!says(reading, 'self-installed')) return;
  const open = causes(reading).some(({ component }) => component.class === 'open-source');
  if (!open) return;
  add(evidence, 'oss-tool', LIKELY);
  damp(turn, 'system-addon');
}

function stages(turn: Turn): void {
  const { evidence, reading } = turn;
  if (says(reading, 'preview-over')) damp(turn, 'ms-preview');
  else if (says(reading, 'preview') && !says(reading, 'release-info')) add(evidence, 'ms-preview', LIKELY);
  if (says(reading, 'alpha')) add(evidence, 'upstream-feature', STRONG);
  if (says(reading, 'beta')) add(evidence, 'upstream-feature', LIKELY);
  if (says(reading, 'upstream-bug')) add(evidence, 'upstream-bug', LIKELY);
}

function documentedSample(turn: Turn): void {
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
function editedByHand(turn: Turn): void {
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

function daemonSets(turn: Turn): void {
  const { evidence, reading } = turn;
  const nodesDown = (evidence.get('node') ?? 0) + (evidence.get('node-runtime') ?? 0) > HINT;
  for (const { component, role, guilty } of reading.mentions) {
    if (component.id === 'customer-daemonset' && role === 'bypassed') damp(turn, 'daemonset-damage', 0);
    if (component.id === 'customer-daemonset' && guilty && nodesDown) add(evidence, 'daemonset-damage', STRONG);
    if (component.class === 'open-source' && guilty && nodesDown) add(evidence, 'daemonset-damage', STRONG);
    if (component.id === 'customer-daemonset' && role === 'cause' && nodesDown && ownMade(reading)) {
      add(evidence, 'daemonset-damage', LIKELY);
    }
  }
}

const OWN = new Set(['our', 'own', 'my', 'homegrown', 'custom', 'unser', 'unsere', 'eigenes', 'notre', 'nuestro']);

/** "our daemonset": one of the words just before the name says whose it is. */
function ownMade({ words, mentions }: Reading): boolean {
  return mentions.some(
    ({ component, occurrences }) =>
      component.id === 'customer-daemonset' &&
      occurrences.some(({ first }) => words.slice(Math.max(0, first - 4), first).some(({ text }) => OWN.has(text))),
  );
}

/** Another product at fault ends the triage (precedence 1); named beside ours it is a comparison. */
function otherProducts(turn: Turn): void {
  const { evidence, reading } = turn;
  const others = causes(reading).filter(({ component }) => component.class === 'other-product');
  const previews = others.filter(({ component }) => component.topic === 'ms-preview');
  if (previews.length > 0) add(evidence, 'ms-preview', STRONG);
  if (others.length === previews.length) {
    damp(turn, 'other-product', 0.5);
    return;
  }
  const compared = says(reading, 'product-choice') && !tellsFault(reading);
  if (says(reading, 'our-product') || compared) damp(turn, 'other-product', 0.4);
  else add(evidence, 'other-product', STRONG);
}

function ownWorkload({ evidence, reading }: Turn): void {
  if (says(reading, 'own-code') && tellsFault(reading)) add(evidence, 'own-workload', HINT);
}

/** Everyday networking words are in most messages; a named part that is broken says more. */
function networkParts(turn: Turn): void {
  const { evidence } = turn;
  const special = ['network-customization', 'nic-customization', 'cni-advanced'].some(
    (t) => (evidence.get(t) ?? 0) > LIKELY,
  );
  if (!special) return;
  damp(turn, 'networking', 0.6);
  damp(turn, 'cni-basic', 0.6);
}

/** A management cluster that has lost Azure is a matter of the connection (D04, H06), not of the cluster. */
function azureContact(turn: Turn): void {
  const strong = turn.reading.signals.some(
    ({ topic, weight, phrase }) => topic === 'arc-integration' && weight > 1 && AZURE_CONTACT.has(phrase),
  );
  if (strong) damp(turn, 'management-cluster', HEALTHY_FACTOR);
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
