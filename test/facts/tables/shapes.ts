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
  // other marks, separators and quotation marks
  [
    '[20.11.2026 08:14] Kim Larsen\nServer Version: v1.32.9\nClient Version: v1.33.5\n[20.11.2026 08:15] Pat\nand?',
    { k8sVersion: '1.32.9', kubectlVersion: '1.33.5', stoppedSince: null },
  ],
  [
    '[20.11.26, 08:14:22] Kim: kubectl version\n[20.11.26, 08:14:29] Kim: Client Version: v1.33.5\n[20.11.26, 08:14:31] Kim: Server Version: v1.32.9',
    { k8sVersion: '1.32.9', kubectlVersion: '1.33.5' },
  ],
  ['Kim Larsen  8:14 AM\n```\nServer Version: v1.32.9\n```\nPat  8:15 AM\nok', { k8sVersion: '1.32.9' }],
  [
    'From: Kim Larsen\nSent: Friday, November 20, 2026 8:14 AM\nSubject: offline since?\n\n> ConnectionStatus : Disconnected\n> LastConnected    : 10/28/2026 06:12:44',
    { azureConnected: false, lastAzureSync: '2026-10-28', stoppedSince: null },
  ],
  [
    '[Yesterday 16:40] Kim Larsen: Name : weaver-2\n[Yesterday 16:40] Kim Larsen: KubernetesVersion : v1.27.3\n[Today 08:01] Pat Ono: is that the release from March?',
    { k8sVersion: '1.27.3', clusterName: 'weaver-2' },
  ],
  [
    '09:12 <kim> Server Version: v1.32.9\n09:13 <pat> and client?\n09:13 <kim> Client Version: v1.33.5',
    { k8sVersion: '1.32.9', kubectlVersion: '1.33.5' },
  ],
  ['kim [9:12 AM]\nServer Version: v1.32.9', { k8sVersion: '1.32.9' }],
  [
    '‣ connectivityStatus: Offline\n‣ lastConnectivityTime: 2026-11-03T05:58:01Z\n‣ kubernetesVersion: 1.32.9',
    { k8sVersion: '1.32.9', azureConnected: false, lastAzureSync: '2026-11-03' },
  ],
  ['a) KubernetesVersion : v1.27.3\nb) Name : weaver-2', { k8sVersion: '1.27.3', clusterName: 'weaver-2' }],
  ['(1) KubernetesVersion : v1.27.3\n(2) Name : weaver-2', { k8sVersion: '1.27.3', clusterName: 'weaver-2' }],
  ['→ KubernetesVersion : v1.27.3\n→ Name : weaver-2', { k8sVersion: '1.27.3', clusterName: 'weaver-2' }],
  ['✔ KubernetesVersion : v1.27.3\n✔ Name : weaver-2', { k8sVersion: '1.27.3', clusterName: 'weaver-2' }],
  ['**KubernetesVersion** : v1.27.3\n**Name** : weaver-2', { k8sVersion: '1.27.3', clusterName: 'weaver-2' }],
  ['`KubernetesVersion : v1.27.3`\n`Name : weaver-2`', { k8sVersion: '1.27.3', clusterName: 'weaver-2' }],
  ['*KubernetesVersion*: v1.27.3\n*Name*: weaver-2', { k8sVersion: '1.27.3', clusterName: 'weaver-2' }],
  [
    'KubernetesVersion -> v1.27.3\nName -> weaver-2\nProvisioningState -> provisioned',
    { k8sVersion: '1.27.3', clusterName: 'weaver-2' },
  ],
  [
    'KubernetesVersion ........ : v1.27.3\nName ..................... : weaver-2',
    { k8sVersion: '1.27.3', clusterName: 'weaver-2' },
  ],
  [
    'KubernetesVersion\tv1.27.3\nName\tweaver-2\nProvisioningState\tprovisioned',
    { k8sVersion: '1.27.3', clusterName: 'weaver-2' },
  ],
  ['KubernetesVersion：v1.27.3\nName：weaver-2', { k8sVersion: '1.27.3', clusterName: 'weaver-2' }],
  [
    'connectivityStatus： Offline\nlastConnectivityTime： 2026-11-03T05:58:01Z',
    { azureConnected: false, lastAzureSync: '2026-11-03' },
  ],
  [
    '+-----------------+----------+---------------+-----+---------+\n| NAME            | STATUS   | ROLES         | AGE | VERSION |\n+-----------------+----------+---------------+-----+---------+\n| moc-l0a7xq2mzkd | Ready    | control-plane | 12d | v1.32.9 |\n| moc-lq9k3vv0rtb | NotReady | <none>        | 12d | v1.32.9 |\n+-----------------+----------+---------------+-----+---------+',
    { k8sVersion: '1.32.9', nodeCount: 2, nodesNotReady: 1 },
  ],
  [
    'NAME;STATUS;ROLES;AGE;VERSION\nmoc-l1;Ready;control-plane;3d;v1.32.9\nmoc-l2;NotReady;<none>;3d;v1.32.9',
    { k8sVersion: '1.32.9', nodesNotReady: 1, nodeCount: 2 },
  ],
  [
    'NAME,STATUS,ROLES,AGE,VERSION\nmoc-l1,Ready,control-plane,3d,v1.32.9\nmoc-l2,NotReady,<none>,3d,v1.32.9',
    { k8sVersion: '1.32.9', nodesNotReady: 1, nodeCount: 2 },
  ],
  [
    '<table><tr><th>NAME</th><th>STATUS</th><th>ROLES</th><th>AGE</th><th>VERSION</th></tr><tr><td>moc-l1</td><td>Ready</td><td>control-plane</td><td>3d</td><td>v1.32.9</td></tr><tr><td>moc-l2</td><td>NotReady</td><td>&lt;none&gt;</td><td>3d</td><td>v1.32.9</td></tr></table>',
    { k8sVersion: '1.32.9', nodesNotReady: 1, nodeCount: 2 },
  ],
  [
    '<table><tr><td>KubernetesVersion</td><td>v1.27.3</td></tr><tr><td>Name</td><td>weaver-2</td></tr><tr><td>ProvisioningState</td><td>provisioned</td></tr></table>',
    { k8sVersion: '1.27.3', clusterName: 'weaver-2' },
  ],
  [
    'name status roles age version\nmoc-l1 ready control-plane 3d v1.32.9\nmoc-l2 notready <none> 3d v1.32.9',
    { k8sVersion: '1.32.9', nodesNotReady: 1 },
  ],
  [
    'moc-l1   Ready   control-plane   3d   v1.32.9   <- fine\nmoc-l2   NotReady   <none>   3d   v1.32.9   <- this one',
    { k8sVersion: '1.32.9', nodesNotReady: 1 },
  ],
  [
    'NAME STATUS ROLES AGE VERSION\nmoc-l1 Ready control-plane 3d v1.32.9\n[...]\nmoc-l9 NotReady <none> 3d v1.32.9',
    { k8sVersion: '1.32.9', nodeCount: null },
  ],
  [
    'NAME STATUS ROLES AGE VERSION\nmoc-l1 Ready control-plane 3d v1.32.9\n... 7 more like that\nmoc-l9 NotReady <none> 3d v1.32.9',
    { k8sVersion: '1.32.9', nodeCount: null },
  ],
  [
    'NAME STATUS ROLES AGE VERSION\nmoc-l1 Ready control-plane 3d v1.32.9\nmoc-l2 Ready <none> 3d v1.32.9\n(rest cut)',
    { k8sVersion: '1.32.9', nodeCount: null },
  ],
  [
    'k get no\nNAME STATUS ROLES AGE VERSION\nmoc-l1 Ready control-plane 3d v1.32.9\nmoc-l2 Ready <none> 3d v1.31.9',
    { k8sVersion: '1.32.9', nodeCount: 2 },
  ],
  [
    'NAME              STATUS   ROLES           AGE   VERSION\nmoc-l0a7xq2mzkd   Ready    control-plane   61d   v1.33.5\nmoc-lq9k3vv0rtb   Ready    <none>          61d   v1.33.5\n\nthat was last week. today:\n\nNAME              STATUS     ROLES           AGE   VERSION\nmoc-l0a7xq2mzkd   Ready      control-plane   68d   v1.33.5\nmoc-lq9k3vv0rtb   NotReady   <none>          68d   v1.33.5',
    { k8sVersion: '1.33.5', nodesNotReady: 1 },
  ],
  [
    '{ "kubernetesVersion" : "1.32.9" , "connectivityStatus" : "Offline" }',
    { k8sVersion: '1.32.9', azureConnected: false },
  ],
  [
    '“kubernetesVersion” : “1.32.9”, … “connectivityStatus”: “Offline”, …',
    { k8sVersion: '1.32.9', azureConnected: false },
  ],
  [
    '«kubernetesVersion»: «1.32.9», «lastConnectivityTime»: «2026-11-03T05:58:01Z»',
    { k8sVersion: '1.32.9', lastAzureSync: '2026-11-03' },
  ],
  ['kubernetesVersion": "1.32.9",\nconnectivityStatus": "Offline"', { k8sVersion: '1.32.9', azureConnected: false }],
  [
    '{kubernetesVersion: 1.32.9, connectivityStatus: Offline, lastConnectivityTime: 2026-11-03T05:58:01Z}',
    { k8sVersion: '1.32.9', azureConnected: false, lastAzureSync: '2026-11-03' },
  ],
  [
    '{\\"kubernetesVersion\\":\\"1.32.9\\",\\"connectivityStatus\\":\\"Offline\\"}',
    { k8sVersion: '1.32.9', azureConnected: false },
  ],
  [
    '"connectivityStatus": "Offline", // since the firewall change\n"kubernetesVersion": "1.32.9",',
    { k8sVersion: '1.32.9', azureConnected: false },
  ],
  [
    'connectivityStatus = "Offline"\nlastConnectivityTime = "2026-11-03T05:58:01Z"',
    { azureConnected: false, lastAzureSync: '2026-11-03' },
  ],
  [
    '    "connectivityStatus" "Offline",\n    "kubernetesVersion" "1.32.9",\n    "lastConnectivityTime" "2026-11-03T05:58:01Z"',
    { azureConnected: false, k8sVersion: '1.32.9', lastAzureSync: '2026-11-03' },
  ],
  [
    'Nome SO:                       Microsoft Windows Server 2022 Datacenter\nVersione SO:                   10.0.20348 N/D build 20348',
    { hostOs: 'windows-server', hostOsVersion: '2022', hostOsEdition: 'datacenter' },
  ],
  [
    'OsName                 OsVersion\n------                 ---------\nMicrosoft Azure Stack HCI 10.0.20349',
    { hostOs: 'azure-stack-hci' },
  ],
  [
    'CurrentVersion : 12.2510.1001.10 CurrentSbeVersion : 4.2 State : AppliedSuccessfully',
    { azureLocalRelease: '2510' },
  ],
  [
    'Edition\tWindows Server 2022 Datacenter\nVersion\t21H2\nOS build\t20348.2340',
    { hostOs: 'windows-server', hostOsVersion: '2022' },
  ],
  [
    'Name       CloudName   SubscriptionId   State    IsDefault\nProd Edge  AzureCloud  3f2a1c9e-0000-4111-8222-9a9a9a9a9a9a  Warned  True',
    { subscriptionState: null },
  ],
  [
    '{"id":"3f2a","isDefault":true,"name":"Prod","state":"Disabled","tenantId":"x"}',
    { subscriptionState: 'suspended' },
  ],
  ['isDefault: true\nname: Prod\nstate: Disabled\ntenantId: x', { subscriptionState: 'suspended' }],
  ['Server Version : v1.32.9 (that is what kubectl version prints)', { k8sVersion: '1.32.9' }],
  ['Server Version = v1.32.9', { k8sVersion: '1.32.9' }],
  ['Server Version - v1.32.9, Client Version - v1.33.5', { k8sVersion: '1.32.9', kubectlVersion: '1.33.5' }],
  ['server version v1.32.9\nclient version v1.33.5', { k8sVersion: '1.32.9', kubectlVersion: '1.33.5' }],
  ['| Client Version | v1.33.5 |\n| Server Version | v1.32.9 |', { k8sVersion: '1.32.9', kubectlVersion: '1.33.5' }],
  ['ClientVersion: v1.33.5\nServerVersion: v1.32.9', { k8sVersion: '1.32.9', kubectlVersion: '1.33.5' }],
  [
    'Client Version: v1.33.5 Kustomize Version: v5.6.0\nError from server: the server is not responding',
    { k8sVersion: null, kubectlVersion: '1.33.5' },
  ],
  [
    '• Client Version: v1.33.5\n• Kustomize Version: v5.6.0\n• Server Version: v1.32.9',
    { k8sVersion: '1.32.9', kubectlVersion: '1.33.5' },
  ],
  [
    'WindowsProductName : Windows Server 2022 Datacenter\nOSDisplayVersion : 21H2\nOsBuildNumber : 20348',
    { hostOs: 'windows-server', hostOsVersion: '2022' },
  ],
  [
    'Nom de l’hôte: HCI1\nNom du système d’exploitation: Microsoft Windows Server 2019 Standard\nVersion du système: 10.0.17763 N/A build 17763',
    { hostOs: 'windows-server', hostOsVersion: '2019', hostOsEdition: 'standard' },
  ],
  [
    'Naam van besturingssysteem: Microsoft Windows Server 2022 Datacenter\nVersie van besturingssysteem: 10.0.20348',
    { hostOs: 'windows-server', hostOsVersion: '2022' },
  ],
  [
    'Edition Windows Server 2022 Datacenter\nVersion 21H2\nInstalled on 3/2/2024\nOS build 20348.2340',
    { hostOs: 'windows-server', hostOsVersion: '2022', hostOsEdition: 'datacenter' },
  ],
  [
    'OS名:                  Microsoft Windows Server 2022 Datacenter\nOSバージョン:          10.0.20348 N/A ビルド 20348',
    { hostOs: 'windows-server', hostOsVersion: '2022' },
  ],
  // tables, lists and manifests that tell nothing of the cluster
  [
    'Name          Version    \n----          -------\nAksHci        1.2.4\nKva           1.2.4\nMoc           1.2.5',
    { k8sVersion: null, clusterName: null, hostOs: null, aksRelease: null },
  ],
  [
    'NAME      NAMESPACE  REVISION  UPDATED              STATUS    CHART           APP VERSION\ncalico    tigera     3         2026-10-02 10:00:00  deployed  calico-3.28.0   v3.28.0\nmyapp     prod       1         2026-01-02 10:00:00  deployed  myapp-1.32.9    1.30.2',
    { k8sVersion: null, clusterName: null, stoppedSince: null },
  ],
  [
    'Name            Version    Preview\naksarc          1.5.30     False\nconnectedk8s    1.10.7     False\nk8s-extension   1.6.5      False',
    { k8sVersion: null, aksRelease: null },
  ],
  [
    'name: my-app\nnamespace: prod\nimage: nginx:1.27.3\nversion: 1.27.3\nreplicas: 3',
    { k8sVersion: null, clusterName: null },
  ],
  [
    'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web-01\nspec:\n  replicas: 3\n  template:\n    spec:\n      containers:\n      - name: web\n        image: nginx:1.27.3',
    { k8sVersion: null, clusterName: null },
  ],
  [
    'Status: open\nName: Kim Larsen\nLocation: Bremen\nVersion: 3\nregion: north',
    { clusterName: null, k8sVersion: null },
  ],
  ['Name : Kim Larsen\nRegion : Nord\nCluster : weaver-2\nKubernetesVersion : 1.27.3', { k8sVersion: '1.27.3' }],
  [
    'Name: Kim Larsen, Phone: 123, State: urgent, KubernetesVersion: 1.27.3',
    { k8sVersion: '1.27.3', clusterName: null },
  ],
  [
    'SubscriptionId : 3f2a1c9e\nResourceGroup : rg-edge\nName : Kim\nKubernetesVersion : 1.27.3',
    { k8sVersion: '1.27.3' },
  ],
  ['1. upgrade from 1.31.12 to 1.32.9 fails\n2. nodes stay at 1.31.12', { k8sVersion: '1.31.12' }],
  [
    '• we run 1.32.9\n• offered is 1.33.4\n• cluster name is weaver-2',
    { k8sVersion: '1.32.9', clusterName: 'weaver-2' },
  ],
  ['version | status\n1.31 | supported\n1.32 | supported\n1.33 | preview', { k8sVersion: null }],
  ['Version | Release | End of life\n1.31.12 | 2025-10 | 2026-10\n1.32.9 | 2026-01 | 2027-01', { k8sVersion: null }],
  ['KubernetesVersion | IsPreview\n1.32.9 | False\n1.33.4 | True', { k8sVersion: null, featureStage: null }],
  [
    'KubernetesVersion IsPreview OS\n----------------- --------- --\nv1.32.9 False Linux\nv1.33.4 True Linux',
    { k8sVersion: null },
  ],
  ['Kubernetes versions that az aksarc get-versions lists: 1.31.12, 1.32.9, 1.33.4', { k8sVersion: null }],
  ['NAME     VERSION\ncoredns  1.11.1\nmetrics  1.29.0', { k8sVersion: null }],
  ['NAME             VERSION\nweb-01           1.29.1\napi-02           1.30.2', { k8sVersion: null }],
  [
    'Get-AksHciCluster -name a-1 works, az aksarc show -n b-2 does not, b-2 is the one in question',
    { clusterName: 'b-2' },
  ],
  ["I told them: 'Version: 1.31' is wrong, it's 1.32.9", { k8sVersion: '1.32.9' }],
  ['Kim: we are on 1.32.9\nPat: and the cluster?\nKim: weaver-2', { k8sVersion: '1.32.9' }],
  [
    'Test Name | Status | Message\n--- | --- | ---\nValidate MOC is on Latest Patch Version | Failed | MOC is not on the latest patch version. Current: 1.20.3.11020, Latest: 1.20.5.11104',
    { aksRelease: null, k8sVersion: null },
  ],
  [
    'OrchestratorType|OrchestratorVersion|OS|IsPreview\nKubernetes|v1.32.9|Linux|False\nKubernetes|v1.33.4|Linux|True',
    { k8sVersion: null },
  ],
  [
    'az aksarc get-versions -o table\nKubernetesVersion  OsType  Ready\n1.31.12  Linux  True\n1.32.9  Linux  False',
    { k8sVersion: null, clusterName: null },
  ],
  [
    'az aksarc get-upgrades -n weaver-2 -g rg -o table\nName     MasterVersion    Upgrades\ndefault  1.31.12          1.32.8, 1.32.9',
    { clusterName: 'weaver-2' },
  ],
  [
    'az aksarc nodepool list --cluster-name weaver-2 -g rg -o table\nName       ProvisioningState  Count  OsType\nnodepool1  Succeeded          3      Linux',
    { clusterName: 'weaver-2' },
  ],
  ['connectivityStatus must be Connected before you can upgrade, says the doc', { azureConnected: null }],
  ['what does it mean if connectivityStatus Offline and lastConnectivityTime is old?', { azureConnected: null }],
  ['id,name\n1,weaver-2', { clusterName: null }],
  // several of these at once
  [
    '> PS C:\\> kubectl get nodes\n> NAME     STATUS     ROLES           AGE   VERSION\n> moc-l1   Ready      control-plane   3d    v1.32.9\n> moc-l2   NotReady   <none>          3d    v1.32.9\n\nmoc-l2 since yesterday',
    { k8sVersion: '1.32.9', nodesNotReady: 1, nodeCount: 2 },
  ],
  [
    '[11/19 16:05] Kim Berg: |NAME|STATUS|ROLES|AGE|VERSION|\n[11/19 16:05] Kim Berg: |moc-l1|Ready|control-plane|3d|v1.32.9|\n[11/19 16:05] Kim Berg: |moc-l2|NotReady|<none>|3d|v1.32.9|',
    { k8sVersion: '1.32.9', nodesNotReady: 1, nodeCount: 2 },
  ],
  [
    '- Status : Running\n- KubernetesVersion : v1.27.3\n- Name : weaver-2\nAnd the question: is that still supported?',
    { k8sVersion: '1.27.3', clusterName: 'weaver-2' },
  ],
  [
    'Hi, cluster weaver-2 (KubernetesVersion : v1.27.3, ProvisioningState : provisioned, LinuxNodeCount : 3, WindowsNodeCount : 0) hangs',
    { k8sVersion: '1.27.3', clusterName: 'weaver-2' },
  ],
  [
    'here: Name : weaver-2 KubernetesVersion : v1.27.3 ProvisioningState : provisioned LinuxNodeCount : 3 WindowsNodeCount : 1 what now?',
    { k8sVersion: '1.27.3', clusterName: 'weaver-2', nodeCount: 4 },
  ],
  [
    'Name : weaver-2 KubernetesVersion : v1.27.3 ProvisioningState : provisioned\nName : loom-1 KubernetesVersion : v1.28.5 ProvisioningState : failed\nloom-1 is ours',
    { k8sVersion: '1.28.5', clusterName: 'loom-1' },
  ],
  [
    'Name                  : weaver-2\nKubernetesVersion     : v1.27.3\nLinuxNodeCount        : 3\nWindowsNodeCount      : 1\n\nName                  : loom-1\nKubernetesVersion     : v1.28.5\nLinuxNodeCount        : 5\nWindowsNodeCount      : 0\n\nweaver-2 runs fine, loom-1 does not come up',
    { k8sVersion: '1.28.5', clusterName: 'loom-1', nodeCount: 5, nodeOs: 'linux' },
  ],
  [
    'cluster weaver-2\nNAME     STATUS     ROLES           AGE   VERSION\nmoc-l1   Ready      control-plane   3d    v1.32.9\n\ncluster loom-1\nNAME     STATUS     ROLES           AGE   VERSION\nmoc-l7   NotReady   control-plane   3d    v1.31.9\n\nwe need help with loom-1',
    { k8sVersion: '1.31.9', nodesNotReady: 1 },
  ],
  [
    'weaver-2: Server Version: v1.32.9\nloom-1: Server Version: v1.31.12\nit is about loom-1',
    { k8sVersion: '1.31.12' },
  ],
  ['weaver-2 -> 1.32.9, loom-1 -> 1.31.12. broken is loom-1', { k8sVersion: '1.31.12' }],
  [
    'ClusterName KubernetesVersion ConnectivityStatus\nweaver-2 1.32.9 Connected\nloom-1 1.31.12 Offline\nloom-1 please',
    { k8sVersion: '1.31.12', azureConnected: false },
  ],
  [
    'name,kubernetesVersion,connectivityStatus\nweaver-2,1.32.9,Connected\nloom-1,1.31.12,Offline\n\nticket is for loom-1',
    { k8sVersion: '1.31.12', azureConnected: false, clusterName: 'loom-1' },
  ],
  [
    'Name       ResourceGroup    Location    ConnectivityStatus\n---------  ---------------  ----------  --------------------\nweaver-2   rg-a             westeurope  Connected\nloom-1     rg-a             westeurope  Offline\n\nloom-1 has the problem',
    { azureConnected: false },
  ],
  [
    'Name       ResourceGroup    Location\n---------  ---------------  ----------\nweaver-2   rg-a             westeurope',
    { clusterName: null, k8sVersion: null },
  ],
  [
    '"name": "weaver-2", "kubernetesVersion": "1.32.9", "connectivityStatus": "Offline"\n\n"name": "loom-1", "kubernetesVersion": "1.31.12", "connectivityStatus": "Connected"\n\nthe offline one is the problem: weaver-2',
    { k8sVersion: '1.32.9', azureConnected: false },
  ],
  [
    'az connectedk8s show -n weaver-2 -g rg --query "{v:kubernetesVersion,c:connectivityStatus}" -o tsv\n1.32.9\tOffline',
    { clusterName: 'weaver-2' },
  ],
  [
    'kubectl version --short\nClient Version: v1.24.1\nKustomize Version: v4.5.4\nServer Version: v1.27.3',
    { k8sVersion: '1.27.3', kubectlVersion: '1.24.1' },
  ],
  [
    'KubernetesVersion     : vl.27.3\nName                  : weaver-2\nLinuxNodeCount        : 3\nWindowsNodeCount      : O',
    { k8sVersion: '1.27.3', clusterName: 'weaver-2' },
  ],
  [
    'NAME STATUS ROLES AGE VERSION\nmoc-ll Ready control-plane 3d vl.32.9\nmoc-l2 N0tReady <none> 3d v1.32.9',
    { k8sVersion: '1.32.9', nodeCount: null },
  ],
  ['LastConnected : 2O26-11-03', { lastAzureSync: null }],
  [
    'Name | KubernetesVersion | ProvisioningState\n--- | --- | ---\noven-a | v1.31.12 | provisioned\noven-b | v1.33.4 | provisioned\n\nour trouble is with oven-a, the second one only stands there',
    { k8sVersion: '1.31.12', clusterName: 'oven-a' },
  ],
];
