/** What a story makes of the things it names: first victims, told causes, outlived previews, and the part that the report names. */
import { describe, expect, it } from 'vitest';
import { realDesk } from '../support/desk.ts';

const read = (text: string) => {
  const { scope, component, rules } = realDesk().once(text);
  return { scope, component, rules };
};

describe("a fault that is proven to be everybody's", () => {
  it.each([
    'ESO (open source) gets "i/o timeout" for its vault. By now no name resolves from any pod, coredns logs SERVFAIL',
    'Argo CD (oss) repo-server: lookup git.contoso.example: no such host. From a busybox and every pod nslookup fails too',
    'Our self-installed Flux reports errors. Turned out kubectl too gets timeouts on 6443, api server down on all nodes',
    'Prometheus (our own chart) is Pending. In the whole cluster no volume attaches: csi-akshcicsi logs "failed to attach"',
  ])('is not of the tool that showed it first: %s', (text) => expect(read(text).scope).toBe('in_scope'));

  it.each([
    'Every pod of our Vault (oss) crashes after its upgrade, cluster is fine, dns is ok',
    'Kyverno from the community chart denies all pods on every node, wrong policy after its upgrade',
    'nvidia operator by helm (not the device plugin of the product), its driver pod crashloops. shipped one worked',
    'metrics-server from the chart, not the shipped one, crashes with x509',
  ])('and what the tool does itself stays its own: %s', (text) => expect(read(text).scope).toBe('best_effort'));
});

describe('an appliance that the fault began with', () => {
  it.each([
    'requests from pods to the ERP time out. All passes our FortiGate, since its patch on Friday it is so',
    'Check Point got new firmware, after its upgrade image pulls end with reset',
    'our NetScaler drops websocket sessions since it was updated last week, 1.33.5 AKS Arc',
  ])("is the vendor's: %s", (text) => expect(read(text)).toMatchObject({ scope: 'out_of_scope', rules: ['E06'] }));

  it('is none once the fault stays without it', () => {
    const text = 'F5 was updated on Monday; we bypassed it for a test and get the same resets from pod to pod';
    expect(read(text).scope).toBe('in_scope');
  });
});

describe('a preview that the fault outlives', () => {
  it.each([
    'coredns answers SERVFAIL at times. A preview extension was on it, removed on Monday, still the same errors',
    'node pool upgrade hangs at 50%. A public preview feature is enabled, but it hung already before we enabled it',
  ])('says nothing of the matter: %s', (text) => {
    expect(read(text).scope).toBe('in_scope');
    expect(read(text).rules).not.toContain('K01');
  });

  it('and one that fails itself does', () => {
    expect(read('the preview extension crashes, after a reinstall the same error').rules).toContain('K01');
  });
});

describe('a warning on the version beside a fault', () => {
  it.each([
    'scaling out prints that the version is deprecated, but worse: the new workers never join, x509. 1.30.4',
    'deprecated warning aside (1.30.11): etcd lost its leader twice today',
  ])('is not the matter: %s', (text) => expect(read(text).rules).not.toContain('A12'));

  it.each([
    'yellow line "kubernetes version is deprecated" at every scale, everything works',
    'we get a deprecation warning when adding nodes, is it a problem?',
  ])('and alone it is: %s', (text) => expect(read(text).rules).toContain('A12'));
});

describe('the part that the report names', () => {
  it.each([
    ['pool upgrade is refused: no upgrade path to 1.33. what to do', 'install_upgrade'],
    ['what comes first, Update-AksHci or the workload clusters? right order please', 'install_upgrade'],
    ["Update-AksHci hangs: waiting for deployment 'billing operator' for ever", 'install_upgrade'],
    ['hns errors on windows workers: "element not found", pods without network', 'networking'],
    ['kubelet: unable to register node with api server, forbidden for system:anonymous', 'node'],
    ['api server is dead since the long stop, "x509 certificate has expired"', 'control_plane'],
    ['three workers died with their host, the control plane kept running. The workers stay NotReady', 'node'],
    ["nodepool scale from 2 to 3 refused: 'management cluster is not connected'. AKS Arc", 'node'],
    ['kubelogin device code loop for all users, Entra enabled cluster. AKS Arc', 'arc_billing'],
    ['AKS Edge Essentials: New-AksEdgeDeployment says Hyper-V is not enabled. who can help', 'other_product'],
  ])('%s', (text, component) => expect(read(text).component).toBe(component));

  it('cites auto-repair for a node that came again under another name', () => {
    expect(read('tonight a worker was recreated by itself and has another name, who does that').rules).toContain('F05');
  });

  it('takes a wish for another adapter for customization, and a fault since it was added for a fault', () => {
    const wish =
      'we need a second NIC in each worker. how do I configure it persistently? did Add-VMNetworkAdapter already';
    expect(read(wish)).toMatchObject({ scope: 'out_of_scope' });
    expect(read('pods lost network on the worker after Add-VMNetworkAdapter on its VM').scope).toBe('in_scope');
  });
});

describe('a stage that is only supposed', () => {
  it.each([
    'An extension of yours stays in Creating, may be a preview, no idea. 1.33.5 on Azure Local 2607',
    'The volume cloning of the product fails, perhaps a preview. AKS Arc 1.33.5 on Azure Local 2607',
  ])('is asked for: %s', (text) => {
    const { ask, facts } = realDesk().once(text);
    expect(ask.map(({ fact }) => fact)).toContain('featureStage');
    expect(facts.featureStage?.approx ?? true).toBe(true);
  });
});

describe('what the cluster stands on', () => {
  it.each([
    'pods stay Pending, our hosts are Azure Stack HCI 22H2. AKS hybrid',
    'volumes cannot be attached, hosts: Windows Server 2022 Datacenter, AKS Arc 1.33.5',
  ])('is no fault of the hosts: %s', (text) => expect(read(text).scope).toBe('in_scope'));
});
