import { describe, expect, it } from 'vitest';
import { readFacts } from '../../src/facts/read.ts';
import type { FactName } from '../../src/model/facts.ts';

const read = (text: string) => readFacts(text, { today: '2026-11-20' });
const values = (text: string): Partial<Record<FactName, unknown>> =>
  Object.fromEntries(
    Object.entries(read(text).facts)
      .filter(([name]) => name !== 'errorSignatures')
      .map(([name, fact]) => [name, fact.value]),
  );
const kinds = (text: string): string[] => read(text).outputs.map((o) => o.kind);

const CLUSTER = `PS C:\\> Get-AksHciCluster
Status                : {ProvisioningState, Details}
ProvisioningState     : provisioned
KubernetesVersion     : v1.27.3
PackageVersion        : v1.27.3-kvapkg.0
NodePools             : {lin-pool, win-pool}
WindowsNodeCount      : 2
LinuxNodeCount        : 3
ControlPlaneNodeCount : 3
ControlPlaneVmSize    : Standard_A4_v2
AutoScalerEnabled     : False
AutoScalerProfile     :
Name                  : plant-west-01`;

describe('Get-AksHciVersion', () => {
  it('takes the installed release, not the offered one', () => {
    expect(values('PS C:\\> Get-AksHciVersion\n1.0.22.10209\nPS C:\\> Get-AksHciUpdates\n1.0.23.10605')).toMatchObject({
      aksRelease: '1.0.22.10209',
    });
  });
  it('takes no release from Get-AksHciUpdates alone', () => {
    expect(values('Get-AksHciUpdates\n1.0.23.10605').aksRelease).toBeUndefined();
  });
  it('takes no MOC build', () => {
    expect(values('Get-MocVersion\n1.15.7.10719').aksRelease).toBeUndefined();
  });
});

describe('Get-AksHciCluster', () => {
  it('reads version, name and nodes', () => {
    expect(values(CLUSTER)).toMatchObject({
      k8sVersion: '1.27.3',
      clusterName: 'plant-west-01',
      nodeCount: 5,
      nodeOs: 'mixed',
    });
    expect(kinds(CLUSTER)).toContain('get-akshcicluster');
  });
  it('counts an empty count as zero', () => {
    const text = CLUSTER.replace('WindowsNodeCount      : 2', 'WindowsNodeCount      :');
    expect(values(text)).toMatchObject({ nodeCount: 3, nodeOs: 'linux' });
  });
  it('passes over the management cluster', () => {
    expect(values(CLUSTER.replace('plant-west-01', 'clustergroup-management')).k8sVersion).toBeUndefined();
  });
  it('leaves the version open where two clusters differ and none is named', () => {
    const text = `${CLUSTER}\n\n${CLUSTER.replaceAll('1.27.3', '1.33.4').replace('plant-west-01', 'plant-east-02')}`;
    expect(values(text).k8sVersion).toBeUndefined();
    expect(read(text).notRead.join(' ')).toContain('k8sVersion');
  });
  it('takes the cluster that the message is about', () => {
    const text = `${CLUSTER}\n\n${CLUSTER.replaceAll('1.27.3', '1.33.4').replace('plant-west-01', 'plant-east-02')}\n\nproblem is only on plant-east-02`;
    expect(values(text)).toMatchObject({ k8sVersion: '1.33.4', clusterName: 'plant-east-02' });
  });
  it('survives the formatting of a chat client', () => {
    const html = `<div><p>please look</p><pre>${CLUSTER.replaceAll('\n', '<br>').replaceAll(' ', '&nbsp;')}</pre></div>`;
    expect(values(html)).toMatchObject({ k8sVersion: '1.27.3', clusterName: 'plant-west-01' });
  });
});

describe('Get-AksHciNodePool', () => {
  const POOL = `ClusterName  : plant-west-01
NodePoolName : win-pool
Version      : v1.27.3
OsType       : Windows
NodeCount    : 2
VmSize       : Standard_K8S3_v1
Phase        : Deployed`;
  it('reads the operating system and the cluster', () => {
    expect(values(POOL)).toMatchObject({ nodeOs: 'windows', clusterName: 'plant-west-01', k8sVersion: '1.27.3' });
  });
  it('is weaker than the version of the cluster itself', () => {
    expect(values(`${POOL}\n\nServer Version: v1.28.5`).k8sVersion).toBe('1.28.5');
  });
});

describe('lists of offered versions', () => {
  it.each([
    'OrchestratorType OrchestratorVersion OS      IsPreview\n---------------- ------------------- --      ---------\nKubernetes       v1.33.4             Linux   False\nKubernetes       v1.34.0             Linux   True',
    'Linux {v1.26.3, v1.26.6, v1.27.1...}\nWindows {v1.27.3}',
    'details                                                     kubernetesversion operatingsystemversion\n-------                                                     ----------------- ----------------------\nThis is a patch kubernetes upgrade. (i.e v1.1.X  to v1.1.Y) v1.27.3           @{mariner=February 2024; windows=February 2024}',
    '{"osSku": "CBLMariner", "osType": "Linux", "ready": false, "errorMessage": "image linux-cblmariner-0.4.1.11203"}',
  ])('are nobody’s version: %s', (text) => {
    expect(values(text)).toEqual({});
  });
});

describe('connection to Azure', () => {
  it.each([
    ['ConnectionStatus : Disconnected\nLastConnected    : 10/28/2026 11:02:13 PM', false, '2026-10-28'],
    [
      'ConnectionStatus : Connected\nClusterStatus    : InPolicy\nLastConnected    : 11/18/2026 06:12:44',
      true,
      '2026-11-18',
    ],
    ['ConnectionStatus : NotConnected\nLastConnected : 18.10.2026 06:12:44', false, '2026-10-18'],
    ['{"connectivityStatus":"Offline","lastConnectivityTime":"2026-11-08T04:18:51.771000+00:00"}', false, '2026-11-08'],
    ['  "connectivityStatus": "Connected",\n  "lastConnectivityTime": "2026-11-19T22:41:07Z",', true, '2026-11-19'],
  ])('reads %s', (text, azureConnected, lastAzureSync) => {
    expect(values(text)).toMatchObject({ azureConnected, lastAzureSync });
  });
});

describe('kubectl', () => {
  it('never takes the client for the cluster', () => {
    expect(values('Client Version: v1.30.2\nKustomize Version: v5.0.4\nServer Version: v1.32.9')).toEqual({
      kubectlVersion: '1.30.2',
      k8sVersion: '1.32.9',
    });
    expect(values('Client Version: v1.30.2\nKustomize Version: v5.0.4').k8sVersion).toBeUndefined();
  });
  it('reads the older form and JSON', () => {
    const old =
      'Client Version: version.Info{Major:"1", Minor:"22", GitVersion:"v1.22.11", GoVersion:"go1.16"}\nServer Version: version.Info{Major:"1", Minor:"23", GitVersion:"v1.23.5"}';
    expect(values(old)).toMatchObject({ kubectlVersion: '1.22.11', k8sVersion: '1.23.5' });
    const json =
      '{\n  "clientVersion": {\n    "gitVersion": "v1.30.2"\n  },\n  "serverVersion": {\n    "gitVersion": "v1.33.5"\n  }\n}';
    expect(values(json)).toMatchObject({ kubectlVersion: '1.30.2', k8sVersion: '1.33.5' });
  });
  it('reads nodes with their header, without it, and cut', () => {
    const rows = `moc-l0a7xq2mzkd   Ready                      control-plane   212d   v1.32.9   10.20.30.11   <none>   Microsoft Azure Linux 3.0
moc-lq9k3vv0rtb   NotReady                   <none>          212d   v1.32.9   10.20.30.14   <none>   Microsoft Azure Linux 3.0
moc-w3p1b77hsne   Ready,SchedulingDisabled   <none>          90d    v1.31.12  10.20.30.17   <none>   Windows Server 2022 Datacenter`;
    const expected = { k8sVersion: '1.32.9', nodeCount: 3, nodesNotReady: 1, nodeOs: 'mixed' };
    expect(values(rows)).toEqual(expected);
    expect(values(`NAME   STATUS   ROLES   AGE   VERSION\n${rows}`)).toEqual(expected);
    expect(values(`PS C:\\> kubectl get nodes -o wide\n${rows}\n\nhelp`)).toEqual(expected);
    expect(values(rows.replace(/ {2}10\.20[^\n]*/g, ''))).toMatchObject({ k8sVersion: '1.32.9', nodesNotReady: 1 });
  });
  it('takes the older control plane in the middle of an upgrade', () => {
    const text =
      'moc-l1 Ready control-plane 2d v1.32.9\nmoc-l2 Ready control-plane 90d v1.31.13\nmoc-l3 Ready <none> 90d v1.31.13';
    expect(values(text).k8sVersion).toBe('1.31.13');
  });
  it('reads the CNI from pods, and no times', () => {
    const text = 'calico-system   calico-node-7b2fk   0/1   Init:CrashLoopBackOff   8 (2m11s ago)   21d';
    expect(values(text)).toEqual({ cni: 'calico' });
  });
});

describe('Azure CLI', () => {
  const SHOW = `{
  "id": "/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/rg-edge/providers/Microsoft.Kubernetes/connectedClusters/aks-muc-01/providers/Microsoft.HybridContainerService/provisionedClusterInstances/default",
  "name": "default",
  "properties": {
    "controlPlane": {"count": 3, "controlPlaneEndpoint": {"hostIp": null, "port": 6443}},
    "kubernetesVersion": "1.32.9",
    "networkProfile": {"networkPolicy": "calico", "podCidr": "10.244.0.0/16"},
    "provisioningState": "Succeeded"
  }
}`;
  it('reads aksarc show: the name stands in the id', () => {
    expect(values(SHOW)).toMatchObject({
      k8sVersion: '1.32.9',
      clusterName: 'aks-muc-01',
      cni: 'calico',
      product: 'aks-local',
    });
  });
  it('reads a fragment field by field', () => {
    expect(values('"kubernetesVersion": "1.31.13",\n"provisioningState": "Failed",\n"status": { ...')).toMatchObject({
      k8sVersion: '1.31.13',
    });
  });
  it('takes the control plane’s version from get-upgrades, not an offered one', () => {
    const text =
      '{"agentPoolProfiles":[{"kubernetesVersion":"1.31.12","upgrades":[{"kubernetesVersion":"1.32.8"}]}],"controlPlaneProfile":{"kubernetesVersion":"1.31.13","name":"aks-muc-01","upgrades":[{"kubernetesVersion":"1.32.9"}]}}';
    expect(values(text).k8sVersion).toBe('1.31.13');
  });
  it('takes no version from the management cluster', () => {
    const text =
      '{"distribution":"aks_management","kubernetesVersion":"1.28.5","connectivityStatus":"Connected","name":"mgmt-1"}';
    expect(values(text).k8sVersion).toBeUndefined();
  });
  it('takes no version from an admission error', () => {
    const text =
      '(PreflightValidationFailed) admission webhook "vhybridakscluster.kb.io" denied the request: {\n "validationChecks": [\n {"name": "K8sVersionValidation", "message": "Kubernetes version 1.33.5 is not ready for use on Linux.", "recommendation": "see"}\n]}';
    expect(values(text).k8sVersion).toBeUndefined();
    expect(kinds(text)).toContain('admission-error');
  });
  it('knows the cloud product by its type', () => {
    const text =
      '{"type": "Microsoft.ContainerService/ManagedClusters", "currentKubernetesVersion": "1.32.4", "name": "aks-we"}';
    expect(values(text)).toMatchObject({ product: 'aks-cloud', k8sVersion: '1.32.4' });
  });
  it('reads the state of the account', () => {
    const text = '{"environmentName": "AzureCloud", "isDefault": true, "state": "Disabled", "tenantId": "x"}';
    expect(values(text)).toMatchObject({ subscriptionState: 'suspended' });
  });
});

describe('host', () => {
  it.each([
    [
      'OsName          : Microsoft Windows Server 2022 Datacenter\nOsVersion       : 10.0.20348',
      { hostOs: 'windows-server', hostOsVersion: '2022', hostOsEdition: 'datacenter' },
    ],
    [
      'Betriebssystemname:                        Microsoft Windows Server 2019 Standard\nBetriebssystemversion:                     10.0.17763 Nicht zutreffend Build 17763',
      { hostOs: 'windows-server', hostOsVersion: '2019', hostOsEdition: 'standard' },
    ],
    [
      'OsName          : Microsoft Azure Stack HCI\nOsVersion       : 10.0.25398\nDisplayVersion  : 23H2\nsolution        : 11.2510.1002.87',
      { hostOs: 'azure-local', hostOsVersion: '23H2', azureLocalRelease: '2510' },
    ],
    ['CurrentVersion : 12.2607.1001.9', { azureLocalRelease: '2607', hostOs: 'azure-local', hostOsVersion: '24H2' }],
    [
      'OsName : Microsoft Azure Stack HCI\nOsVersion : 10.0.20349',
      { hostOs: 'azure-stack-hci', hostOsVersion: '22H2' },
    ],
  ])('reads %s', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });
});

describe('errors', () => {
  it('takes the release from the folder, never the module version', () => {
    const text =
      'C:\\Program Files\\AksHci\\kvactl.exe cluster list --kubeconfig="C:\\ClusterStorage\\Volume1\\AksHci\\1.0.22.10209\\kubeconfig-mgmt" System.Collections.Hashtable.generic_non_zero 1 [Error: failed]\nAt C:\\Program Files\\WindowsPowerShell\\Modules\\Kva\\1.2.4\\Common.psm1:2164 char:9';
    expect(values(text)).toMatchObject({ aksRelease: '1.0.22.10209' });
    expect(values(text).k8sVersion).toBeUndefined();
  });
  it('lets a cmdlet’s answer beat an old folder', () => {
    expect(values('old: C:\\AksHci\\1.0.22.10209\\x\nGet-AksHciVersion\n1.2.0.11008').aksRelease).toBe('1.2.0.11008');
  });
  it('reads no dates from a log', () => {
    const text =
      'x509: certificate has expired or is not yet valid: current time 2026-11-20T07:14:09Z is after 2026-10-01T03:22:41Z';
    expect(values(text)).toEqual({});
  });
});

it('keeps the error message for the comparison with known issues', () => {
  const text = 'please help\nError: failed to create VM moc-l1: the disk image is in use by another process\nthanks';
  expect(read(text).facts.errorSignatures).toMatchObject({ source: 'pasted' });
  expect(read('it is slow and sometimes fails').facts.errorSignatures).toBeUndefined();
});

it('reads several outputs in one message', () => {
  const text = `hi, here is all\nGet-AksHciVersion\n1.2.0.11008\n\n${CLUSTER}\n\nClient Version: v1.28.0\nServer Version: v1.27.3\n\nConnectionStatus : Connected\nLastConnected : 11/19/2026 1:00:00 AM`;
  expect(values(text)).toMatchObject({
    aksRelease: '1.2.0.11008',
    k8sVersion: '1.27.3',
    kubectlVersion: '1.28.0',
    azureConnected: true,
    lastAzureSync: '2026-11-19',
  });
  expect(kinds(text).length).toBeGreaterThanOrEqual(4);
});

describe('a table of clusters', () => {
  const table = (prose: string) =>
    readFacts(
      `| cluster | k8s | stopped since | remark |\n|---|---|---|---|\n| line-a | 1.33.5 | - | ok |\n| line-b | 1.28.12 | 2026-07-03 | will be scrapped |\n\n${prose}`,
      { today: '2026-11-20' },
    ).facts;

  it('is read in the row that the words choose', () => {
    expect(table('only line-a matters, its ingress gives 502').k8sVersion?.value).toBe('1.33.5');
    expect(table('only line-a matters, its ingress gives 502').stoppedSince).toBeUndefined();
    expect(table('it is about line-b, api server down')).toMatchObject({
      k8sVersion: { value: '1.28.12' },
      stoppedSince: { value: '2026-07-03' },
      clusterRunState: { value: 'stopped' },
    });
  });

  it('is read in the one row that tells a fault', () => {
    const { facts } = readFacts(
      '| name | k8s | state |\n| a-1 | 1.33.5 | ok |\n| a-2 | 1.30.14 | PROBLEM |\n| a-3 | 1.33.5 | ok |',
      {
        today: '2026-11-20',
      },
    );
    expect(facts.k8sVersion?.value).toBe('1.30.14');
  });
});
