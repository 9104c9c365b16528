import { describe, expect, it } from 'vitest';
import { readLexiconSource } from '../../knowledge/lexicon.ts';
import type { Fact, Facts } from '../../src/model/facts.ts';
import { lexicon, understand } from '../../src/triage/understand.ts';

const compiled = lexicon(readLexiconSource());
const given = (values: Record<string, unknown>): Facts =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      { value, source: 'answered', evidence: '', approx: false } as Fact,
    ]),
  );
const read = (text: string, facts: Facts = {}) => understand(text, facts, compiled);
const topicOf = (text: string, facts: Facts = {}) => read(text, facts).topic;

describe('a name is not the cause', () => {
  it.each([
    ['API server on 6443 is unreachable since 5 am. We use Calico, all apps run.', 'api-server'],
    ['coredns crashes, every lookup times out. Our apps come by helm.', 'dns'],
    [
      'image pulls fail on all nodes: no route to host. We took the Fortigate out of the path, same error.',
      'networking',
    ],
    ['Nessus reports that the API server accepts 3DES. Nessus is only the messenger.', 'security-flaw'],
    ['The pipeline in GitLab fails because the API server times out on 6443.', 'api-server'],
  ])('%s', (text, topic) => expect(topicOf(text)).toBe(topic));

  it.each([
    ['Our Fortigate resets connections of pods. When we bypass it everything works.', 'closed-source'],
    ['F5 BIG-IP sends traffic to one node only', 'closed-source'],
    ['Portworx volumes are stuck, the shipped disk.csi.akshci.com works fine', 'closed-source'],
    ['NGINX Plus ingress crashes after its update', 'closed-source'],
    ['calico enterprise manager does not start', 'closed-source'],
    ['vault enterprise replication fails', 'closed-source'],
    ['hashicorp vault, open source, is sealed after each restart', 'oss-tool'],
    ['calico-node does not start on a new cluster', 'cni-basic'],
  ])('but it may be: %s', (text, topic) => expect(topicOf(text)).toBe(topic));

  it('tells the role of each name', () => {
    const roles = (text: string) => Object.fromEntries(read(text).mentions.map(({ id, role }) => [id, role]));
    expect(roles('metallb speaker crashes, upstream one, NOT the arc extension')).toMatchObject({
      metallb: 'cause',
      'arc-extension-generic': 'denied',
    });
    expect(roles('we removed CrowdStrike, still the same error on all nodes').crowdstrike).toBe('bypassed');
    expect(roles('CrowdStrike breaks the nodes. When we delete it they recover.').crowdstrike).toBe('cause');
    expect(roles('traefik is fine, but etcd lost its leader').traefik).toBe('context');
    expect(roles('grafana shows that etcd has no leader').grafana).toBe('collateral');
  });
});

describe('one name, several lives', () => {
  it.each([
    ['az k8s-extension of type microsoft.flux hangs in Creating', 'arc-extension'],
    ['flux bootstrap from git, kustomize-controller cannot reconcile', 'oss-tool'],
    ['MetalLB extension microsoft.arcnetworking is Failed', 'arc-extension'],
    ['metallb-system speaker pods crash, installed by us from github', 'oss-tool'],
    ['fluent-bit in kube-system crashes, we put it there ourselves', 'oss-tool'],
    ['the monitoring addon from Install-AksHciMonitoring shows no data', 'system-addon'],
    ['ARC runners cannot register: actions-runner-controller says 401', 'oss-tool'],
    ['azure arc agents cannot get a token, portal shows offline', 'arc-integration'],
    ['vector agent pods drop log events', 'oss-tool'],
    ['the attack vector is unknown, but CVE-2026-1 hits the kube-apiserver you ship', 'security-flaw'],
  ])('%s', (text, topic) => expect(topicOf(text)).toBe(topic));
});

describe('what is asked', () => {
  it.each([
    ['how do I write a deployment yaml for my app?', 'k8s-howto', 'how_to'],
    ['in which order do we patch the physical hosts with AKS on top?', 'product-procedure', 'procedure'],
    ['feature request: rename node pools', 'wish', 'wish'],
    ['when will kubernetes 1.36 come to AKS Arc?', 'roadmap', 'roadmap'],
    ['typo on the learn page about proxies', 'docs-fault', 'docs'],
    ['how much does AKS cost per core?', 'price', 'price'],
    ['where do I find the release notes?', 'release-info', 'release_info'],
    ['Which product should we choose for 200 shops? nothing deployed yet', 'product-choice', 'product_choice'],
    ['thanks a lot, kubectl works again, you can close the ticket', 'small-talk', 'thanks'],
    ['FYI: on Saturday we stop cluster kiel-1 for power works. No action needed.', 'small-talk', 'announcement'],
    ['hello bot, are you human?', 'small-talk', 'small_talk'],
    ['az aks upgrade fails in west europe', 'other-product', 'other_product'],
  ])('%s', (text, topic, intent) => expect(read(text)).toMatchObject({ topic, intent }));

  it('takes an empty message and an untouched template for empty', () => {
    expect(read('').intent).toBe('empty');
    const template = "**Describe the bug**\nA clear and concise description of what the bug is.\n\n1. Go to '...'";
    expect(read(template).intent).toBe('empty');
    expect(read(`${template}\n\nkubectl on 6443 is refused`).topic).toBe('api-server');
  });

  it.each([
    ['thanks for the last fix, but now the API server is unreachable on 6443', 'api-server'],
    ['one wish for later: faster logs. My problem: etcd lost its leader', 'etcd'],
    ['can I edit the coredns configmap? only asking, nothing done', 'control-plane-customization'],
    ['I edited /etc/kubernetes/manifests/kube-apiserver.yaml by hand and it does not start', 'altered-managed'],
    ['with a warning that the version is deprecated the scaling works', 'deprecation-warning'],
  ])('is not fooled by manners: %s', (text, topic) => expect(topicOf(text)).toBe(topic));
});

describe('stages, own work and customization', () => {
  it.each([
    ['we use the public preview of the Arc gateway, agents drop', 'ms-preview', { featureStage: 'ms-public-preview' }],
    ['az feature register for a feature flag, now node pools break', 'ms-preview', { featureStage: 'ms-feature-flag' }],
    ['an alpha feature gate on the api server, it crashes', 'upstream-feature', { featureStage: 'alpha' }],
    ['feature is beta upstream and pods hang', 'upstream-feature', { featureStage: 'beta' }],
    ['upstream bug in the kubelet, maintainers confirmed it', 'upstream-bug', { rootCause: 'upstream-bug' }],
    ['our app crashes with a NullReferenceException, others run', 'own-workload', { componentClass: 'own-workload' }],
    ['we replaced calico with cilium, services flap', 'network-customization', {}],
    ['multus with a second interface for pods hangs', 'nic-customization', {}],
    ['static route on each node is lost after reboot', 'nic-customization', {}],
    ['calico eBPF dataplane on, nodeports gone', 'cni-advanced', {}],
    ['our own daemonset makes nodes NotReady, when we delete it they recover', 'daemonset-damage', {}],
    [
      'exactly the sample of your documentation with helm install fails: error syncing load balancer',
      'oss-integration',
      { fromMicrosoftDocs: true },
    ],
  ])('%s', (text, topic, facts) => {
    const understood = read(text);
    expect(understood.topic).toBe(topic);
    for (const [name, value] of Object.entries(facts)) {
      expect(understood.facts[name as keyof Facts]?.value).toBe(value);
    }
  });
});

describe('what the person settled', () => {
  it.each([
    [{ product: 'aks-cloud' }, 'other-product'],
    [{ product: 'aks-bare-metal' }, 'ms-preview'],
    [{ componentClass: 'closed-source' }, 'closed-source'],
    [{ componentClass: 'open-source' }, 'oss-tool'],
    [{ featureStage: 'ms-public-preview' }, 'ms-preview'],
    [{ rootCause: 'upstream-bug' }, 'upstream-bug'],
    [{ topic: 'storage' }, 'storage'],
    [{ component: 'etcd' }, 'etcd'],
  ])('%j beats the words', (facts, topic) => {
    expect(topicOf('the agent pods crash all the time', given(facts))).toBe(topic);
  });

  it('keeps the topic inside a settled class', () => {
    const text = 'our own daemonset makes nodes NotReady, when we delete it they recover';
    expect(topicOf(text, given({ componentClass: 'own-workload' }))).toBe('daemonset-damage');
    expect(topicOf('etcd lost quorum', given({ componentClass: 'microsoft-managed' }))).toBe('etcd');
  });

  it('does not hang a stage in passing on the fault', () => {
    const stage = { value: 'ms-public-preview', source: 'typed', evidence: 'public preview', approx: false } as const;
    const text =
      'etcdserver: request timed out, etcd lost its leader, kubectl hangs. On a lab cluster we try a preview.';
    expect(topicOf(text, { featureStage: stage })).toBe('etcd');
    expect(topicOf(text, { featureStage: { ...stage, source: 'answered' } })).toBe('ms-preview');
  });

  it('does not make a support request of a wish', () => {
    expect(topicOf('feature request: please add a dry run', given({ featureStage: 'ms-public-preview' }))).toBe('wish');
  });

  it('gives no fact again that is settled', () => {
    expect(read('etcd lost quorum', given({ topic: 'etcd' })).facts.topic).toBeUndefined();
  });
});

describe('doubt', () => {
  it.each(["it doesn't work", 'help, cluster broken please', 'we have a problem since yesterday, urgent!!'])(
    'abstains: %s',
    (text) => {
      const { topic, confidence, open } = read(text);
      expect(topic).toBeNull();
      expect(confidence).toBeLessThan(0.5);
      expect(open.map(({ fact }) => fact)).toContain('topic');
    },
  );

  it('asks who made a product that no list knows', () => {
    const { topic, component, open } = read('the NetSentry agent pods in our cluster crash all the time');
    expect({ topic, component }).toEqual({ topic: null, component: 'NetSentry' });
    expect(open[0]?.fact).toBe('componentClass');
  });

  it('does not ask when the words say it', () => {
    expect(topicOf('the NetSentry agent, a paid product, crashes')).toBe('closed-source');
    expect(topicOf('the NetSentry agent, open source from github, crashes')).toBe('oss-tool');
  });

  it.each([
    'the acmeq operator does not reconcile after a helm upgrade of it, the rest works',
    'acmewatch-agent crashloops after its upgrade',
    'a thing called fieldprobe crashes on every node',
    'Fieldprobe collectors fail with exit code 139, their hotline sends us to the platform team',
  ])('asks who made it, however it is written: %s', (text) => {
    expect(read(text).open.map(({ fact }) => fact)).toContain('componentClass');
  });

  it.each(['the cluster agent crashes', 'our backup operator fails', 'the log collector pods crash'])(
    'takes no everyday word for a name: %s',
    (text) => expect(read(text).open.map(({ fact }) => fact)).not.toContain('componentClass'),
  );

  it.each([
    ['the storage is broken since the night', 'storage'],
    ['die API ist tot seit heute früh', 'api-server'],
  ])('reads the plainest words: %s', (text, topic) => expect(topicOf(text)).toBe(topic));

  it('takes the product by its whole name for no connection to Arc', () => {
    expect(topicOf('AKS enabled by Azure Arc: pods get no route to host')).toBe('networking');
  });

  it('asks who installed what lies in kube-system, unless it is said', () => {
    const facts = (text: string) => read(text).open.map(({ fact }) => fact);
    expect(facts('prometheus pods in kube-system get evicted')).toContain('workloadInKubeSystem');
    expect(facts('prometheus pods in kube-system get evicted, installed by us')).not.toContain('workloadInKubeSystem');
  });

  it('asks for the stage of what has been a preview, unless it is said', () => {
    const facts = (text: string) => read(text).open.map(({ fact }) => fact);
    expect(facts('workload identity does not issue tokens')).toContain('featureStage');
    expect(facts('workload identity (public preview) does not issue tokens')).not.toContain('featureStage');
    expect(facts('workload identity is GA, it does not issue tokens')).not.toContain('featureStage');
  });

  it('is surer of a clear message than of a thin one', () => {
    const clear = read('etcdserver: request timed out, etcd lost its leader').confidence;
    expect(clear).toBeGreaterThan(0.9);
    expect(read('something is slow with names').confidence).toBeLessThan(clear);
  });
});

describe('several problems, languages, limits', () => {
  it('keeps numbered problems apart', () => {
    const { parts } = read('1. etcd lost quorum on cluster a\n2. our grafana dashboards show no data from loki');
    expect(parts.map(({ topic }) => topic)).toEqual(['etcd', 'oss-tool']);
    expect(read('1. create cluster\n2. wait').parts).toEqual([]);
  });

  it.each([
    ['Der API Server ist seit heute nicht erreichbar, kubectl auf 6443 refused', 'de', 'api-server'],
    ['Le cluster est en panne: coredns ne démarre plus et la résolution DNS échoue', 'fr', 'dns'],
    ['El nodo está NotReady desde ayer y no arranca', 'es', 'node-runtime'],
    ['coredns が起動しない、名前解決に失敗します', 'ja', 'dns'],
  ])('%s', (text, language, topic) => {
    const understood = read(text);
    expect(understood).toMatchObject({ language, topic });
    expect(understood.notRead.length).toBe(1);
  });

  it('says what it could not read', () => {
    expect(read('Кластер не работает, etcd потерял лидера').notRead[0]).toContain('Russian');
    expect(read('etcd lost its leader').notRead).toEqual([]);
    expect(read(`etcd lost its leader\n${'x '.repeat(40_000)}`).notRead.join()).toContain('too long');
  });

  it.each([
    ['Set-AksHciAutoScalerProfile tuning: pools flap, which values do you advise', 'node'],
    ['how do I rotate the token of the KMS plugin, what is the right order', 'security'],
  ])('refines the component code: %s', (text, code) => expect(read(text).reportComponent).toBe(code));
});

describe('the matter among other words', () => {
  it.each([
    ['Kyverno, Grafana and Harbor run there, all healthy. The thing is: coredns answers SERVFAIL since noon.', 'dns'],
    [
      'The hosts were rebooted, all nodes Ready again. But the ticket is about Commvault: it finds no volumes.',
      'closed-source',
    ],
    ['Longhorn: replicas degraded since a worker was replaced', 'oss-tool'],
    ['celery workers are killed in our django app', 'own-workload'],
    ['we changed the coredns configmap by hand, nothing resolves since then', 'altered-managed'],
  ])('%s', (text, topic) => expect(topicOf(text)).toBe(topic));

  it.each([
    'please disregard, the etcd alert came from our own drill',
    'sorry, wrong channel: "api server timeout" was for another team',
    'false alarm, kubelet is fine, my monitoring was broken',
    '+1 for Cilium as a choice please',
  ])('asks for nothing: %s', (text) => {
    expect(['small-talk', 'wish']).toContain(topicOf(text));
  });

  it.each([
    ['forget what I said yesterday, the api server is down again', 'api-server'],
    ['ignore the first log, coredns is still crashing', 'dns'],
  ])('but is there again: %s', (text, topic) => expect(topicOf(text)).toBe(topic));
});

describe('several problems', () => {
  it.each([
    ['two things: 1) coredns is down on all nodes 2) how do I write a CronJob, no hurry', 'dns'],
    ['a) our self-installed traefik returns 502 b) btw one node had slow DNS yesterday', 'oss-tool'],
    ['(1) pods cannot resolve names (2) F5 drops our ingress traffic, both stop us', 'closed-source'],
    ['csi-akshci-disk cannot attach volumes. Another question: is Cilium on the roadmap?', 'storage'],
  ])('the worst that blocks work leads: %s', (text, topic) => expect(topicOf(text)).toBe(topic));

  it('takes a diary for one story', () => {
    const text =
      '- 05 Nov: VLAN changed by the network team\n- 09 Nov: new certificate for the ingress\n- 10 Nov: etcd leader lost';
    expect(read(text).parts).toEqual([]);
  });
});
