/**
 * A second reading of the policy, on purpose as plain as possible: if after if, straight from the rule table, sharing nothing
 * with the engine or its data. Where the two disagree, one of them reads the policy wrongly.
 */
export type Plain = Record<string, unknown>;
export type NaiveVerdict = { scope: string; limit: string | null; eligibility: string; rules: Set<string> };

type Edition = 'H22' | 'A24' | 'A25' | 'L25';
type Maybe = boolean | undefined;
type Change = { via?: string; what?: string; directedByMicrosoft?: boolean; documentedByMicrosoft?: boolean };

const CHILDREN: Record<string, string[]> = {
  'control-plane': [
    'api-server',
    'etcd',
    'management-cluster',
    'control-plane-customization',
    'cluster-access',
    'certificates',
  ],
  'api-server': ['cluster-access'],
  networking: ['dns', 'kube-proxy', 'azure-connectivity', 'egress', 'ingress-lb', 'net-performance', 'network-object'],
  'azure-connectivity': ['egress'],
  node: ['node-runtime', 'node-self-repair', 'node-patching', 'node-access'],
  'install-upgrade': ['deprecation-warning'],
  'security-flaw': ['node-security-flaw'],
};

/** The lowest and highest number of days that a statement allows. A guess may be wrong by half and proves no excess. */
function ends(value: unknown): [number, number] | undefined {
  if (typeof value === 'number') return [value, value];
  if (typeof value !== 'object' || value === null) return undefined;
  const said = value as { about?: number; atLeast?: number; atMost?: number };
  if (said.about !== undefined) return [Number.NEGATIVE_INFINITY, said.about * 2];
  return [said.atLeast ?? Number.NEGATIVE_INFINITY, said.atMost ?? Number.POSITIVE_INFINITY];
}

function more(value: unknown, limit: number): Maybe {
  const range = ends(value);
  if (!range) return undefined;
  if (range[0] > limit) return true;
  return range[1] <= limit ? false : undefined;
}

const not = (value: Maybe): Maybe => (value === undefined ? undefined : !value);

export function naiveVerdict(edition: Edition, facts: Plain, today: string): NaiveVerdict {
  const { topic, product, componentClass } = facts;
  if (topic === 'release-info') return verdict('not_a_support_request', ['A17']);
  if (topic === 'product-choice') return verdict('not_a_support_request', edition === 'L25' ? [] : ['B11']);
  if (['wish', 'roadmap', 'price', 'docs-fault', 'small-talk'].includes(String(topic)))
    return verdict('not_a_support_request', []);
  if (product === 'aks-bare-metal' || product === 'aks-vmware')
    return verdict('best_effort', ['K01'], 'business_hours');
  if (product === 'aks-cloud' || product === 'aks-edge' || product === 'aks-engine' || product === 'other')
    return verdict('out_of_scope', []);
  if (topic === 'other-product' || topic === 'host-platform') return verdict('out_of_scope', []);
  if (topic === undefined && (componentClass === 'other-product' || componentClass === 'host-platform'))
    return verdict('out_of_scope', []);

  const state = stateOf(edition, facts, today);
  const subject = subjectOf(edition, facts);
  const rules = new Set([...state.gates, ...state.upgrades, ...subject.rules, ...attached(edition, facts)]);
  return { scope: subject.scope, limit: subject.limit, eligibility: eligibility(edition, state, facts, today), rules };
}

const verdict = (scope: string, rules: string[], limit: string | null = null): NaiveVerdict => ({
  scope,
  limit,
  eligibility: 'unknown',
  rules: new Set(rules),
});

type State = { gates: string[]; upgrades: string[]; doubt: boolean };

function eligibility(edition: Edition, state: State, facts: Plain, today: string): string {
  if (state.gates.length > 0) return 'unsupported';
  if (state.upgrades.length > 0) return 'upgrade_first';
  return !state.doubt && versionIsFine(edition, facts, today) ? 'eligible' : 'unknown';
}

function versionIsFine(edition: Edition, facts: Plain, today: string): boolean {
  const status = facts.k8sMinorStatus;
  if (edition === 'H22') {
    if (facts.aksReleasesBehind !== undefined) return more(facts.aksReleasesBehind, 2) === false;
    return more(facts.daysBehindLatestRelease, 60) === false;
  }
  if (status === 'supported') return true;
  if (edition === 'L25' || (status !== undefined && status !== 'unknown')) return false;
  return facts.k8sMinorReleasedOn !== undefined && !olderThanAYear(String(facts.k8sMinorReleasedOn), today);
}

/** To the day is not yet older. */
function olderThanAYear(day: string, today: string): boolean {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}` < today;
}

function stateOf(edition: Edition, facts: Plain, today: string): State {
  const gates: string[] = [];
  const upgrades: string[] = [];
  let doubt = false;

  if (facts.hostOsSupported === false) gates.push('A15');
  if (edition !== 'L25') {
    const server = facts.hostOs === 'windows-server';
    const old = server && ['2008', '2008 R2', '2012', '2012 R2', '2016'].includes(String(facts.hostOsVersion));
    const small =
      (server || facts.hostOs === undefined) &&
      (facts.hostOsEdition === 'standard' || facts.hostOsEdition === 'essentials');
    if (old || small) gates.push('A16');
    const floorOpen = server && facts.hostOsVersion === undefined;
    const hostOpen = facts.hostOs === undefined && ['2016', '2012'].includes(String(facts.hostOsVersion));
    const bothOpen = facts.hostOs === undefined && facts.hostOsVersion === undefined;
    if (facts.hostOsEdition !== undefined && !small && (floorOpen || hostOpen || bothOpen)) doubt = true;
  }
  if (facts.metadataChange === 'changed-system') gates.push('C06');
  const changes = changeGates(facts);
  gates.push(...changes.gates);
  doubt ||= changes.doubt;
  const stop = stopGates(edition, facts);
  gates.push(...stop.gates);
  doubt ||= stop.doubt;

  const down = facts.subscriptionState;
  if (down === 'suspended' || down === 'deleted' || down === 'reinstated') {
    const tooLong = more(facts.subscriptionStateDays, 60);
    if (tooLong) gates.push('I01');
    if (tooLong === undefined) doubt = true;
  }
  upgrades.push(...(edition === 'H22' ? releaseUpgrades(facts) : minorUpgrades(edition, facts, today)));
  return { gates, upgrades, doubt };
}

function changeGates(facts: Plain): { gates: string[]; doubt: boolean } {
  const gates = new Set<string>();
  let doubt = false;
  for (const change of (facts.nodeChange ?? []) as Change[]) {
    if (change.directedByMicrosoft === true || change.documentedByMicrosoft === true) continue;
    if (change.what === 'base-image' || change.via === 'hyperv-api') gates.add('F08');
    if (change.via === 'hyperv-api' || change.via === 'iaas-api') {
      gates.add('C03');
      if (change.what === 'vm-network' || change.what === 'vm-resource' || change.what === 'nic') gates.add('F11');
    }
    if (change.via === 'unknown') doubt = true;
  }
  return { gates: [...gates], doubt };
}

function stopGates(edition: Edition, facts: Plain): { gates: string[]; doubt: boolean } {
  const gates: string[] = [];
  let doubt = false;
  const { stopMethod, allNodesDeallocated: all, clusterRunState: run, stoppedDays: days } = facts;
  const whole = run !== 'partly';
  const spoken =
    run === 'stopped' ||
    days !== undefined ||
    facts.stoppedSince !== undefined ||
    stopMethod !== undefined ||
    all === true;
  if (whole) {
    if (more(days, 30)) gates.push('H02');
    else if (more(days, 30) === undefined && spoken) doubt = true;
    if (edition === 'H22' && more(days, 60)) gates.push('H03');
    if ((edition === 'A24' || edition === 'A25') && more(days, 30)) gates.push('H04');
    if (more(days, edition === 'L25' ? 30 : 90)) gates.push('H05');
  }
  if (edition === 'H22' || edition === 'L25') {
    const byHand = stopMethod === 'hyperv-manual';
    const offByHand = byHand || stopMethod === 'maintenance';
    const methodOpen = stopMethod === undefined || stopMethod === 'unknown';
    if (all === true && whole && offByHand) gates.push('H01');
    else if (all !== false && run === 'stopped' && byHand) gates.push('H01');
    else {
      const allOpen = all === undefined && whole && (offByHand || methodOpen);
      const methodMissing = all === true && whole && methodOpen;
      const stopOpen = all !== false && (run === undefined || run === 'stopped') && (byHand || methodOpen);
      if ((all === true || offByHand) && (allOpen || methodMissing || stopOpen)) doubt = true;
    }
  } else if (stopMethod === 'hyperv-manual' && all !== false && whole && more(days, 30)) gates.push('H11');
  return { gates, doubt };
}

function releaseUpgrades(facts: Plain): string[] {
  const rules: string[] = [];
  const many = more(facts.aksReleasesBehind, 2);
  if (many) rules.push('A03');
  if (many !== false && more(facts.daysBehindLatestRelease, 60)) rules.push('A06');
  if (many !== false && more(facts.daysBehindLatestRelease, 120)) rules.push('A07');
  return rules;
}

function minorUpgrades(edition: Edition, facts: Plain, today: string): string[] {
  const status = facts.k8sMinorStatus;
  if (status === 'deprecated') return ['A11', 'A14'];
  if (status === 'removed') return ['A13', 'A14'];
  if (status === 'supported' || edition === 'L25' || facts.k8sMinorReleasedOn === undefined) return [];
  return olderThanAYear(String(facts.k8sMinorReleasedOn), today) ? ['A10'] : [];
}

type Subject = { scope: string; limit: string | null; rules: string[] };

/** Exclusions first, then best effort, then what is in scope. */
function subjectOf(edition: Edition, facts: Plain): Subject {
  const stage = facts.featureStage;
  const out = excluded(edition, facts);
  if (out.length > 0) return { scope: 'out_of_scope', limit: null, rules: out };
  if (stage === 'ms-private-preview') return { scope: 'undetermined', limit: null, rules: ['K03'] };
  const flagged = stage === 'ms-public-preview' || stage === 'ms-feature-flag';
  if (flagged || (facts.topic === 'ms-preview' && stage === undefined)) {
    return { scope: 'best_effort', limit: 'business_hours', rules: ['K01'] };
  }
  if (isOpenSource(edition, facts) && facts.fromMicrosoftDocs !== true)
    return { scope: 'best_effort', limit: null, rules: ['E03', 'E04'] };
  const rules = covered(edition, facts);
  if (rules.length === 0) return { scope: 'undetermined', limit: null, rules: [] };
  // A stage or an upstream bug is the more specific reason than the basic help with a CNI.
  if (rules.includes('D07') && rules.length > 1)
    return { scope: 'in_scope', limit: null, rules: rules.filter((id) => id !== 'D07') };
  return { scope: 'in_scope', limit: rules.includes('D07') ? 'install_and_basic_configuration' : null, rules };
}

function isOpenSource(edition: Edition, { topic, componentClass }: Plain): boolean {
  if (topic === 'oss-tool') return true;
  if (componentClass !== 'open-source' && componentClass !== 'open-source-networking') return false;
  return (
    topic === undefined ||
    topic === 'system-addon' ||
    topic === 'storage' ||
    (edition === 'L25' && topic === 'ingress-lb')
  );
}

function excluded(edition: Edition, facts: Plain): string[] {
  const { topic, componentClass } = facts;
  const rules: string[] = [];
  if (topic === 'altered-managed') rules.push('B08');
  if (topic === 'cni-advanced') rules.push('D08');
  if (edition === 'L25' && topic === 'cni-basic' && facts.cni === 'flannel') rules.push('D08');
  if (topic === 'k8s-howto' || topic === 'own-workload') rules.push('E01');
  if (topic === undefined && componentClass === 'own-workload') rules.push('E01');
  if (topic === 'closed-source' || componentClass === 'closed-source') rules.push('E06');
  if (topic === 'network-customization') rules.push('E07');
  if (topic === 'daemonset-damage') rules.push('F14');
  if (topic === 'nic-customization') rules.push('G02');
  if (facts.featureStage === 'alpha' && facts.fromMicrosoftDocs !== true) rules.push(edition === 'H22' ? 'J02' : 'J03');
  return rules;
}

/** For each covered rule the topics that it names; a topic below them counts too. */
const COVERED: Record<string, string[]> = {
  B01: ['api-server', 'node-runtime'],
  B02: ['etcd'],
  B03: ['dns'],
  B04: ['kube-proxy'],
  B07: ['management-cluster', 'install-upgrade', 'certificates'],
  D01: ['api-server'],
  D02: ['control-plane', 'dns'],
  D03: ['etcd'],
  D05: ['control-plane-customization'],
  D09: ['azure-connectivity'],
  D11: ['net-performance'],
  E02: ['product-tuning', 'product-procedure', 'node', 'storage', 'install-upgrade'],
  F03: ['kube-proxy'],
  F04: ['node-runtime'],
  F05: ['node-self-repair'],
  F15: ['security-flaw'],
  G01: ['network-object'],
};

const isAbout = (topic: unknown, names: string[]): boolean =>
  names.some((name) => name === topic || (CHILDREN[name] ?? []).includes(String(topic)));

function covered(edition: Edition, facts: Plain): string[] {
  const { topic, componentClass, featureStage } = facts;
  const rules = Object.entries(COVERED).flatMap(([id, names]) => (isAbout(topic, names) ? [id] : []));
  if (edition === 'H22' && isAbout(topic, ['install-upgrade']) && more(facts.aksReleasesBehind, 2) === false)
    rules.push('A02');
  const managed =
    topic === 'system-addon' || topic === 'storage' || (topic === undefined && componentClass === 'microsoft-managed');
  if (managed && !isTheirs(facts)) rules.push('B05');
  const arc = ['arc-integration', 'arc-extension', edition === 'L25' ? '' : 'billing'].includes(String(topic));
  const arcPart =
    componentClass === 'azure-integration' && (topic === undefined || (edition === 'L25' && topic === 'ingress-lb'));
  if (arc || arcPart) rules.push('D04');
  if (isAbout(topic, ['networking'])) rules.push('D06');
  if (edition !== 'L25' && topic === 'ingress-lb') rules.push('D10');
  if (topic === 'cni-basic') rules.push('D07');
  if (topic === 'oss-integration' || (isOpenSource(edition, facts) && facts.fromMicrosoftDocs === true))
    rules.push('E05');
  if (featureStage === 'stable' || featureStage === 'beta') rules.push('J01');
  if (featureStage === 'alpha') rules.push('J04');
  if (isUpstream(facts)) rules.push('L01');
  if (edition === 'L25' && topic === 'ingress-lb' && isOpenSource(edition, facts))
    return rules.filter((id) => id !== 'D06');
  return rules;
}

const isUpstream = ({ topic, rootCause }: Plain): boolean => topic === 'upstream-bug' || rootCause === 'upstream-bug';

const isTheirs = ({ workloadInKubeSystem, componentClass }: Plain): boolean =>
  workloadInKubeSystem === true &&
  (componentClass === undefined ||
    ['open-source', 'open-source-networking', 'closed-source', 'own-workload', 'community-cni'].includes(
      String(componentClass),
    ));

/** Warnings and notes: they stand beside whatever the verdict is. */
function attached(edition: Edition, facts: Plain): string[] {
  const { topic } = facts;
  const rules: string[] = [];
  if (edition === 'H22') {
    const days = facts.daysBehindLatestRelease;
    if (more(days, 30) && more(days, 60) === false) rules.push('A05');
    if (more(days, 60) && more(facts.aksReleasesBehind, 2) === false) rules.push('A05');
  }
  const status = facts.k8sMinorStatus;
  if (edition !== 'H22' && topic === 'deprecation-warning' && status !== 'supported') rules.push('A12');
  if (isTheirs(facts)) rules.push('B06');
  if (topic === 'own-workload' || (topic === undefined && facts.componentClass === 'own-workload')) rules.push('C01');
  if (facts.metadataChange === 'added-own') rules.push('C05');
  for (const change of (facts.nodeChange ?? []) as Change[]) {
    const directed = change.directedByMicrosoft === true || change.documentedByMicrosoft === true;
    if (change.via === 'daemonset') rules.push('C04');
    if (change.via === 'daemonset' && ['sysctl', 'package', 'other'].includes(String(change.what))) rules.push('F13');
    if (change.via === 'ssh' && !directed) rules.push('F09');
    if (directed) rules.push('F10');
  }
  if (topic === 'node-patching' || topic === 'node-security-flaw') rules.push('F02');
  if (topic === 'node-patching' && edition !== 'L25') rules.push('F06');
  if (topic === 'node-security-flaw') rules.push('F16');
  if (topic === 'node-access') rules.push('F17');
  if (topic === 'egress') rules.push('G03');
  rules.push(...connection(edition, facts), ...subscription(edition, facts));
  const flagged = facts.featureStage === 'ms-public-preview' || facts.featureStage === 'ms-feature-flag';
  if (flagged && facts.environment === 'production') rules.push('K02');
  if (isUpstream(facts)) rules.push('L03', 'L04');
  return rules;
}

function connection(edition: Edition, facts: Plain): string[] {
  if (edition === 'H22' || edition === 'L25') return [];
  const rules: string[] = [];
  const days = facts.lastAzureSyncDays;
  const late = more(days, 30);
  if (late) rules.push('H06');
  if (late === false && more(days, 1) && facts.azureConnected !== true) rules.push('H07');
  const hci =
    facts.hostOs === undefined
      ? facts.product === 'aks-arc-hci22h2' || facts.product === 'aks-local'
      : facts.hostOs !== 'windows-server';
  if (late && hci && edition === 'A24') rules.push('H08');
  if (late && facts.hostOs === 'windows-server') rules.push('H09');
  const byHand =
    facts.stopMethod === 'hyperv-manual' && (facts.allNodesDeallocated === true || facts.clusterRunState === 'stopped');
  if (byHand && not(more(facts.stoppedDays, 30)) !== false) rules.push('H01');
  return rules;
}

function subscription(edition: Edition, facts: Plain): string[] {
  const rules: string[] = [];
  const inside = more(facts.subscriptionStateDays, 60) === false;
  if (facts.subscriptionState === 'reinstated' && inside && edition !== 'H22') rules.push('I02');
  if ((facts.subscriptionState === 'suspended' || facts.subscriptionState === 'deleted') && inside) rules.push('I03');
  if (facts.subscriptionState === 'deleted' && edition !== 'H22') rules.push('I04');
  return rules;
}
