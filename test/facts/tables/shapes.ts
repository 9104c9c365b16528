import type { Row } from './row.ts';

/** Outputs beside what people write about them: several clusters, names in commands, dates of other consoles, other forms of objects. */
export const shapes: readonly Row[] = [
  // several clusters
  [
    'Get-AksHciCluster | ft Name,KubernetesVersion,ProvisioningState\n\nName | KubernetesVersion | ProvisioningState\n--- | --- | ---\noven-a | v1.31.12 | provisioned\noven-b | v1.33.4 | provisioned\n\nonly oven-b makes trouble',
    { k8sVersion: '1.33.4', clusterName: 'oven-b' },
  ],
  [
    'Name     KubernetesVersion ProvisioningState\n----     ----------------- -----------------\nquay-1   v1.31.12          provisioned\nquay-2   v1.33.4           provisioned\n\nit is quay-1 that hangs',
    { k8sVersion: '1.31.12', clusterName: 'quay-1' },
  ],
  [
    'Name     KubernetesVersion ProvisioningState\n----     ----------------- -----------------\nquay-1   v1.31.12          provisioned\nquay-2   v1.33.4           provisioned\n\nplease look at quay-2, quay-1 is fine',
    { k8sVersion: '1.33.4', clusterName: 'quay-2' },
  ],
  [
    'Name     KubernetesVersion ProvisioningState\n----     ----------------- -----------------\nquay-1   v1.31.12          provisioned\nquay-2   v1.33.4           provisioned',
    { k8sVersion: null, clusterName: null },
  ],
  [
    'Name     KubernetesVersion ProvisioningState\n----     ----------------- -----------------\nquay-1   v1.31.12          provisioned\nquay-2   v1.33.4           failed\n\nthe failed one is what I ask about',
    { k8sVersion: null },
  ],
  [
    'aks-lyon:\nServer Version: v1.31.12\n\naks-nice:\nServer Version: v1.33.4\n\nthe question is about aks-nice',
    { k8sVersion: '1.33.4' },
  ],
  [
    'on aks-lyon:\nkubectl version\nClient Version: v1.33.1\nServer Version: v1.31.12\n\non aks-nice:\nkubectl version\nClient Version: v1.33.1\nServer Version: v1.33.4\n\nproblem is only on aks-lyon',
    { k8sVersion: '1.31.12', kubectlVersion: '1.33.1' },
  ],
  [
    'kubectl --context aks-lyon version\nServer Version: v1.31.12\nkubectl --context aks-nice version\nServer Version: v1.33.4\n\naffected: aks-nice',
    { k8sVersion: '1.33.4' },
  ],
  [
    'az connectedk8s show -n aks-lyon -g rg1 -o table\nName      ConnectivityStatus    LastConnectivityTime              KubernetesVersion\n--------  --------------------  --------------------------------  -----------------\naks-lyon  Offline               2026-10-02T22:41:07.104000+00:00  1.31.12\n\naz connectedk8s show -n aks-nice -g rg1 -o table\nName      ConnectivityStatus    LastConnectivityTime              KubernetesVersion\n--------  --------------------  --------------------------------  -----------------\naks-nice  Connected             2026-11-20T02:41:07.104000+00:00  1.33.4\n\nit is about aks-nice',
    { k8sVersion: '1.33.4', azureConnected: true, lastAzureSync: '2026-11-20' },
  ],
  [
    '[{"connectivityStatus":"Offline","kubernetesVersion":"1.31.12","lastConnectivityTime":"2026-10-02T22:41:07Z","name":"aks-lyon"},{"connectivityStatus":"Connected","kubernetesVersion":"1.33.4","lastConnectivityTime":"2026-11-20T02:41:07Z","name":"aks-nice"}]\nticket is about aks-lyon',
    { k8sVersion: '1.31.12', azureConnected: false, lastAzureSync: '2026-10-02', clusterName: 'aks-lyon' },
  ],
  [
    '[\n  {\n    "connectivityStatus": "Offline",\n    "kubernetesVersion": "1.31.12",\n    "name": "aks-lyon"\n  },\n  {\n    "connectivityStatus": "Connected",\n    "kubernetesVersion": "1.33.4",\n    "name": "aks-nice"\n  }\n]',
    { k8sVersion: null, azureConnected: null, clusterName: null },
  ],
  [
    '- connectivityStatus: Offline\n  kubernetesVersion: 1.31.12\n  name: aks-lyon\n- connectivityStatus: Connected\n  kubernetesVersion: 1.33.4\n  name: aks-nice\n\nthe problem is on aks-nice',
    { k8sVersion: '1.33.4', azureConnected: true, clusterName: 'aks-nice' },
  ],
  // names from commands
  [
    'az aksarc show -n aks-turin -g rg-edge\n "kubernetesVersion": "1.32.9",\n "provisioningState": "Failed"',
    { clusterName: 'aks-turin', k8sVersion: '1.32.9' },
  ],
  [
    'PS C:\\> az connectedk8s show --name aks-turin --resource-group rg --query connectivityStatus\n"Offline"',
    { clusterName: 'aks-turin', azureConnected: false },
  ],
  [
    'az connectedk8s show --name aks-turin -g rg --query lastConnectivityTime -o tsv\n2026-11-03T05:58:01.002+00:00',
    { clusterName: 'aks-turin', lastAzureSync: '2026-11-03' },
  ],
  [
    'az aksarc show -n aks-turin -g rg --query properties.kubernetesVersion -o tsv\n1.32.9',
    { clusterName: 'aks-turin', k8sVersion: '1.32.9' },
  ],
  [
    'PS> (Get-AksHciCluster -name weaver-2).KubernetesVersion\nv1.27.3',
    { clusterName: 'weaver-2', k8sVersion: '1.27.3' },
  ],
  [
    'Get-AksHciNodePool -clusterName weaver-2\n\nNodePoolName : lin\nVersion : v1.28.5\nOsType : Linux\nNodeCount : 2',
    { clusterName: 'weaver-2', k8sVersion: '1.28.5', nodeOs: 'linux' },
  ],
  ['Update-AksHciCluster -name weaver-2 -kubernetesVersion v1.28.5 gives an error', { clusterName: 'weaver-2' }],
  [
    'kubectl get nodes -o custom-columns=NAME:.metadata.name,VER:.status.nodeInfo.kubeletVersion\nNAME   VER\nmoc-l1aaa   v1.32.9\nmoc-l2bbb   v1.31.12',
    { k8sVersion: null },
  ],
  [
    'kubectl get nodes -o jsonpath="{.items[*].status.nodeInfo.kubeletVersion}"\nv1.32.9 v1.31.12',
    { k8sVersion: null },
  ],
  // dates
  ['ConnectionStatus : Disconnected\nLastConnected    : 12/10/2026 06:12:44', { lastAzureSync: '2026-10-12' }],
  ['ConnectionStatus : Disconnected\nLastConnected    : 28/10/2026 06:12', { lastAzureSync: '2026-10-28' }],
  ['ConnectionStatus : Disconnected\nLastConnected    : 2026/10/28 6:12:44', { lastAzureSync: '2026-10-28' }],
  ['ConnectionStatus : Disconnected\nLastConnected    : 28-10-2026 06:12:44', { lastAzureSync: '2026-10-28' }],
  ['ConnectionStatus : Disconnected\nLastConnected    : 28-Oct-26 6:12:44 AM', { lastAzureSync: '2026-10-28' }],
  [
    'ConnectionStatus : Disconnected\nLastConnected    : Wednesday, October 28, 2026 6:12:44 AM',
    { lastAzureSync: '2026-10-28' },
  ],
  [
    'ConnectionStatus : Disconnected\nLastConnected    : Mittwoch, 28. Oktober 2026 06:12:44',
    { lastAzureSync: '2026-10-28' },
  ],
  ['ConnectionStatus : Disconnected\nLastConnected    : 28.10.26 06:12', { lastAzureSync: '2026-10-28' }],
  [
    'ConnectionStatus : Disconnected\nLastConnected    : 10/11/2026 06:12:44\n\nno idea if that is october or november',
    { lastAzureSync: null, azureConnected: false },
  ],
  [
    'ConnectionStatus : Disconnected\nLastConnected    : 10/11/2026 06:12:44\n\n(day first, the console is British)',
    { lastAzureSync: '2026-11-10' },
  ],
  ['ConnectionStatus: NotConnected\nLastConnected: never', { azureConnected: false, lastAzureSync: null }],
  // others
  ['kubelet version of all nodes: v1.32.9', { k8sVersion: '1.32.9' }],
  [
    '|Name|Value|\n|---|---|\n|kubernetesVersion|1.32.9|\n|connectivityStatus|Connected|',
    { k8sVersion: '1.32.9', azureConnected: true },
  ],
  [
    'kubernetesVersion=1.32.9\nconnectivityStatus=Offline\nlastConnectivityTime=2026-11-03T05:58:01Z',
    { k8sVersion: '1.32.9', azureConnected: false, lastAzureSync: '2026-11-03' },
  ],
  [
    'connectivityStatus: Connected, kubernetesVersion: 1.32.9, lastConnectivityTime: 2026-11-19T05:58:01Z',
    { k8sVersion: '1.32.9', azureConnected: true, lastAzureSync: '2026-11-19' },
  ],
  [
    "{'kubernetesVersion': '1.32.9', 'connectivityStatus': 'Offline', 'name': 'aks-turin'}",
    { k8sVersion: '1.32.9', azureConnected: false, clusterName: 'aks-turin' },
  ],
  [
    '@{Name=weaver-2; KubernetesVersion=v1.27.3; ProvisioningState=provisioned}',
    { k8sVersion: '1.27.3', clusterName: 'weaver-2' },
  ],
  [
    'Name                           Value\n----                           -----\nKubernetesVersion              v1.27.3\nName                           weaver-2\nLinuxNodeCount                 3\nWindowsNodeCount               0',
    { k8sVersion: '1.27.3', clusterName: 'weaver-2', nodeCount: 3 },
  ],
  ['Kim Larsen\n09:12\nServer Version: v1.32.9\n\nPat\n09:14\nthx', { k8sVersion: '1.32.9' }],
  ['Kim: Server Version: v1.32.9\nKim: Client Version: v1.33.5', { k8sVersion: '1.32.9', kubectlVersion: '1.33.5' }],
  [
    'Betreff: WG: nodes\n| NAME | STATUS | ROLES | AGE | VERSION |\n| --- | --- | --- | --- | --- |\n| moc-l1 | Ready | control-plane | 3d | v1.32.9 |\n| moc-l2 | NotReady | <none> | 3d | v1.32.9 |',
    { k8sVersion: '1.32.9', nodesNotReady: 1, nodeCount: 2 },
  ],
  [
    'moc-l1 Ready control-plane 3d v1.32.9\nmoc-l2 NotReady <none> 3d v1.32.9',
    { k8sVersion: '1.32.9', nodesNotReady: 1 },
  ],
  [
    'node/moc-l1   Ready   control-plane   3d   v1.32.9\nnode/moc-l2   NotReady   <none>   3d   v1.32.9',
    { k8sVersion: '1.32.9', nodesNotReady: 1 },
  ],
  [
    'Nom du système d’exploitation: Microsoft Windows Server 2019 Standard\nVersion du système: 10.0.17763 N/A build 17763',
    { hostOs: 'windows-server', hostOsVersion: '2019' },
  ],
  [
    'Nombre del sistema operativo:   Microsoft Windows Server 2022 Datacenter',
    { hostOs: 'windows-server', hostOsVersion: '2022' },
  ],
  [
    'PS C:\\> Get-AksHciVersion\n1.0.22.10209\nPS C:\\> Get-AksHciUpdates\n1.0.23.10605\n1.0.24.10719',
    { aksRelease: '1.0.22.10209' },
  ],
  ['Get-AksHciUpdates gives\n\n1.0.23.10605\n\nand Get-AksHciVersion\n\n1.0.22.10209', { aksRelease: '1.0.22.10209' }],
  [
    '[20.11. 08:14] Åsa: Get-AksHciUpdates\n[20.11. 08:14] Åsa: 1.0.23.10605\n[20.11. 08:15] Pat: and what do you run now?\n[20.11. 08:16] Åsa: Get-AksHciVersion says 1.0.22.10209',
    { aksRelease: '1.0.22.10209' },
  ],
  ['Get-AksHciUpdates: 1.0.23.10605, 1.0.24.10719', { aksRelease: null }],
  [
    '- Server Version: v1.32.9\n- Client Version: v1.33.5\n- stopped since 3 November 2026',
    { k8sVersion: '1.32.9', kubectlVersion: '1.33.5', stoppedSince: '2026-11-03' },
  ],
  [
    '1. KubernetesVersion : v1.27.3\n2. Name : weaver-2\n3. it was stopped on 3 November 2026',
    { k8sVersion: '1.27.3', clusterName: 'weaver-2', stoppedSince: '2026-11-03' },
  ],
  [
    'cluster     | version | status\n----------- | ------- | ------\nweaver-1    | 1.31.12 | ok\nweaver-2    | 1.33.4  | broken',
    {},
  ],
];
