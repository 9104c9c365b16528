import type { Row } from './row.ts';

/** Program output as it arrives: cut, wrapped, in HTML, localized, several in one message. */
export const pastedOutputs: readonly Row[] = [
  // outputs in bad shape
  [
    '<p>kubectl version says:<br>Client Version: v1.30.2<br>Server Version: v1.32.9</p>',
    { k8sVersion: '1.32.9', kubectlVersion: '1.30.2' },
  ],
  [
    'PS C:\\Users\\admin> kubectl version --short\nClient Version: v1.24.1\nServer Version: v1.27.3\nWARNING: version difference between client (1.24) and server (1.27) exceeds the supported minor version skew of +/-1',
    { k8sVersion: '1.27.3', kubectlVersion: '1.24.1' },
  ],
  [
    'Client Version: v1.33.5 Kustomize Version: v5.6.0 Server Version: v1.32.9',
    { k8sVersion: '1.32.9', kubectlVersion: '1.33.5' },
  ],
  ['> Server Version: v1.32.9', { k8sVersion: '1.32.9' }],
  [
    'Unable to connect to the server: dial tcp 10.1.1.1:6443\nClient Version: v1.33.1',
    { k8sVersion: null, kubectlVersion: '1.33.1' },
  ],
  [
    'clientVersion:\n  gitVersion: v1.31.2\nserverVersion:\n  gitVersion: v1.33.5',
    { k8sVersion: '1.33.5', kubectlVersion: '1.31.2' },
  ],
  [
    'NAME              STATUS   ROLES           AGE   VERSION\nmoc-l0a7xq2mzkd   Ready    control-plane   61d   v1.33.5\nmoc-lq9k3vv0rtb   Ready    <none>          61d   v1.33.5',
    { k8sVersion: '1.33.5', nodeCount: 2, nodesNotReady: 0, stoppedSince: null },
  ],
  [
    '<div>NAME&nbsp; &nbsp; STATUS&nbsp; ROLES&nbsp; AGE&nbsp; VERSION<br>moc-l1aaa&nbsp; Ready&nbsp; control-plane&nbsp; 61d&nbsp; v1.33.5<br>moc-l2bbb&nbsp; NotReady&nbsp; &lt;none&gt;&nbsp; 61d&nbsp; v1.33.5</div>',
    { k8sVersion: '1.33.5', nodeCount: 2, nodesNotReady: 1 },
  ],
  ['moc-l1 Ready control-plane,master 402d v1.22.6-kvapkg.0', { k8sVersion: '1.22.6' }],
  ['aks-nodepool1-12345-vmss000000 Ready agent 12d v1.32.4', { k8sVersion: '1.32.4' }],
  ['PS C:\\> Get-AksHciVersion\r\n1.2.0.11006\r\n', { aksRelease: '1.2.0.11006' }],
  ['Get-AksHciVersion\n\nVersion\n-------\n1.2.0.11006', { aksRelease: '1.2.0.11006' }],
  ['[HCI-N01]: PS C:\\> Get-AksHciVersion 1.0.22.10209', { aksRelease: '1.0.22.10209' }],
  ['Get-AksHciUpdates\n1.0.23.10605\n1.2.0.11006\nGet-AksHciVersion\n1.0.22.10209', { aksRelease: '1.0.22.10209' }],
  ['1.2.0.11008', { aksRelease: '1.2.0.11008' }],
  ['Get-MocVersion\n1.15.7.10719\nGet-AksHciVersion\n1.0.23.10605', { aksRelease: '1.0.23.10605' }],
  [
    'Name                  : wms\nKubernetesVersion     : v1.33.4\nControlPlaneNodeCount : 1\nLinuxNodeCount        : 4\nWindowsNodeCount      : 0',
    { k8sVersion: '1.33.4', clusterName: 'wms', nodeCount: 4, nodeOs: 'linux' },
  ],
  ['ProvisioningState : provisioned, KubernetesVersion : v1.29.12, Name : wms', { k8sVersion: '1.29.12' }],
  ['KubernetesVersion : v1.32.9', { k8sVersion: '1.32.9' }],
  ['kubernetesVersion: 1.32.9 (aksarc show)', { k8sVersion: '1.32.9' }],
  ['"kubernetesVersion": "1.32.9"', { k8sVersion: '1.32.9' }],
  [
    'az aksarc show ... "kubernetesVersion": "1.32.9", "networkProfile": { "networkPolicy": "calico" }',
    { k8sVersion: '1.32.9', cni: 'calico', product: 'aks-local' },
  ],
  [
    '{\n  "properties": {\n    "kubernetesVersion": "1.31.13",\n    "status": {"currentState": "Upgrading"}\n  },\n  "type": "microsoft.hybridcontainerservice/provisionedclusterinstances"\n}',
    { k8sVersion: '1.31.13', product: 'aks-local', clusterName: null },
  ],
  [
    '"id": "/subscriptions/x/resourceGroups/rg/providers/Microsoft.Kubernetes/connectedClusters/aks-muc-01"',
    { clusterName: 'aks-muc-01' },
  ],
  [
    'Name        Location    KubernetesVersion  ProvisioningState\n----------  ----------  -----------------  -----------------\naks-muc-01  westeurope  1.32.9             Succeeded',
    { k8sVersion: '1.32.9' },
  ],
  [
    '"connectivityStatus": "Expired", "lastConnectivityTime": "2026-08-01T00:00:00Z"',
    { azureConnected: false, lastAzureSync: '2026-08-01' },
  ],
  ['"connectivityStatus": "Connecting"', { azureConnected: null }],
  [
    'connectivityStatus        : Offline\nlastConnectivityTime      : 11/02/2026 04:18:51',
    { azureConnected: false, lastAzureSync: '2026-11-02' },
  ],
  [
    'Get-AzureStackHCI\n\nClusterStatus      : Clustered\nRegistrationStatus : Registered\nConnectionStatus   : Connected\nLastConnected      : 11/19/2026 10:01:00 PM',
    { azureConnected: true, lastAzureSync: '2026-11-19' },
  ],
  [
    'ConnectionStatus : OutOfPolicy\nLastConnected : 9/3/2026 1:00:00 AM',
    { azureConnected: false, lastAzureSync: '2026-09-03' },
  ],
  [
    'Computer Name Subscription Name           Status   Valid To\n------------- -----------------           ------   --------\nHCI-N01       Azure Local                 Active   12/20/2026 12:00:09 AM\nHCI-N01       Windows Server Subscription Inactive',
    { subscriptionState: null, lastAzureSync: null },
  ],
  [
    'az account show\n{\n  "environmentName": "AzureCloud",\n  "id": "x",\n  "isDefault": true,\n  "name": "Prod",\n  "state": "Enabled",\n  "tenantId": "y"\n}',
    { subscriptionState: 'active' },
  ],
  [
    'Name    CloudName    SubscriptionId    State     IsDefault\n------  -----------  ----------------  --------  -----------\nProd    AzureCloud   0000              Disabled  True',
    { subscriptionState: 'suspended' },
  ],
  [
    'Host Name:                 HCI-N01\nOS Name:                   Microsoft Windows Server 2022 Datacenter\nOS Version:                10.0.20348 N/A Build 20348',
    { hostOs: 'windows-server', hostOsVersion: '2022', hostOsEdition: 'datacenter' },
  ],
  [
    'WindowsProductName : Azure Stack HCI\nOsVersion : 10.0.20349\nOSDisplayVersion : 22H2',
    { hostOs: 'azure-stack-hci', hostOsVersion: '22H2' },
  ],
  [
    'Nom du système d’exploitation:              Microsoft Windows Server 2019 Datacenter',
    { hostOs: 'windows-server', hostOsVersion: '2019' },
  ],
  ['StampVersion : 12.2607.1003.4', { azureLocalRelease: '2607' }],
  [
    'Get-SolutionUpdateEnvironment | fl Current*\nCurrentVersion    : 12.2605.1003.11\nCurrentSbeVersion : 4.1.0.0',
    { azureLocalRelease: '2605' },
  ],
  [
    'Get-SolutionUpdate\nDisplayName : 2026.07 Cumulative Update\nVersion : 12.2607.1003.4\nState : Ready',
    { azureLocalRelease: null },
  ],
  [
    'Validate MOC is on Latest Patch Version                    Failed MOC is not on the latest patch version. Current: 1.20.3.11020, Latest: 1.20.5.11104',
    { aksRelease: null, k8sVersion: null },
  ],
  [
    'kvactl.exe --kubeconfig="C:\\ClusterStorage\\Volume01\\AksHci\\1.2.0.11006\\kubeconfig-mgmt"\nGet-AksHciVersion\n1.2.0.11008',
    { aksRelease: '1.2.0.11008' },
  ],
  [
    'At C:\\Program Files\\WindowsPowerShell\\Modules\\AksHci\\1.1.83\\AksHci.psm1:22 char:3\n    + CategoryInfo          : OperationStopped: (:) [], Exception',
    { aksRelease: null, k8sVersion: null, clusterRunState: null },
  ],
  ['Error: K8sVersionValidation: Kubernetes version 1.33.5 is not ready for use on Linux', { k8sVersion: null }],
  [
    'The cluster is on version 1.31.13 and is not in a failed state.\nUpgrading to version 1.32.9',
    { k8sVersion: '1.31.13' },
  ],
  [
    'Kubernetes may be unavailable during cluster upgrades. The cluster aks-1 is on version 1.30.8. Upgrade to version 1.31.12? (y/N)',
    { k8sVersion: '1.30.8' },
  ],
  [
    'WARNING: Kubernetes version 1.29.4 is deprecated and will not receive updates.',
    { k8sVersion: '1.29.4', k8sMinorStatus: 'deprecated' },
  ],
  [
    'NAMESPACE   NAME        CLUSTER   NODENAME   PROVIDERID   PHASE     AGE    VERSION\ndefault     prod-cp-1   prod      moc-l1     moc://x      Running   212d   v1.29.4\ndefault     prod-cp-2   prod      moc-l2     moc://y      Deleting  212d   v1.28.5',
    { k8sVersion: null },
  ],
  [
    'kube-system   coredns-1   0/1   CrashLoopBackOff   17 (5m ago)   212d',
    { stoppedSince: null, clusterRunState: null },
  ],
  [
    '[17/Nov/2026 10:11:12] failed\n2026-10-01T10:00:00Z ERROR cluster stopped\n2026-10-01 10:00:00 subscription suspended',
    { clusterRunState: null, subscriptionState: null },
  ],
  ['time="2026-10-01T10:00:00Z" level=error msg="disconnected from azure"', { azureConnected: null }],
  ['apiVersion: v1\nkind: Node\nmetadata:\n  labels:\n    kubernetes.io/os: linux', { metadataChange: null }],
  ['image: mcr.microsoft.com/oss/kubernetes/kube-proxy:v1.33.5', { k8sVersion: null }],
];
