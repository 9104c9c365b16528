import type { Paste } from './pastes.ts';

/** The same programs in their other forms, and programs whose output carries the same facts. Values are invented. */
export const OTHER_FORMS: readonly Paste[] = [
  {
    name: 'Get-AksHciCluster | Format-Table',
    form: 'table',
    text: 'Name          KubernetesVersion  ProvisioningState\n----          -----------------  -----------------\nmill-west-01  v1.27.3            provisioned',
    facts: { k8sVersion: '1.27.3', clusterName: 'mill-west-01' },
  },
  {
    name: 'Get-AksHciCluster | Format-Table -AutoSize',
    text: 'Name         KubernetesVersion ProvisioningState\n----         ----------------- -----------------\nmill-west-01 v1.27.3           provisioned',
    facts: { k8sVersion: '1.27.3', clusterName: 'mill-west-01' },
  },
  {
    name: 'Get-AksHciNodePool | Format-Table',
    form: 'table',
    text: 'ClusterName   NodePoolName  Version   OsType   NodeCount  VmSize            Phase\n-----------   ------------  -------   ------   ---------  ------            -----\nmill-west-01  win-pool      v1.28.5   Windows  2          Standard_K8S3_v1  Deployed\nmill-west-01  lin-pool      v1.28.5   Linux    3          Standard_A4_v2    Deployed',
    facts: { k8sVersion: '1.28.5', clusterName: 'mill-west-01', nodeOs: 'mixed' },
  },
  {
    name: 'Get-AksHciNodePool, two pools',
    form: 'list',
    text: 'ClusterName  : mill-west-01\nNodePoolName : win-pool\nVersion      : v1.28.5\nOsType       : Windows\nNodeCount    : 2\nVmSize       : Standard_K8S3_v1\nPhase        : Deployed\n\nClusterName  : mill-west-01\nNodePoolName : lin-pool\nVersion      : v1.28.5\nOsType       : Linux\nNodeCount    : 3\nVmSize       : Standard_A4_v2\nPhase        : Deployed',
    facts: { k8sVersion: '1.28.5', clusterName: 'mill-west-01', nodeOs: 'mixed' },
  },
  {
    name: 'Get-AksHciBillingStatus | Format-Table',
    form: 'table',
    text: 'ConnectionStatus  ClusterStatus  LastConnected\n----------------  -------------  -------------\nDisconnected      OutOfPolicy    10/28/2026 06:12:44',
    facts: { azureConnected: false, lastAzureSync: '2026-10-28' },
  },
  {
    name: 'Get-AksHciBillingStatus, German console',
    form: 'list',
    text: 'ConnectionStatus : Connected\nClusterStatus    : InPolicy\nLastConnected    : 18.11.2026 06:12:44',
    facts: { azureConnected: true, lastAzureSync: '2026-11-18' },
  },
  {
    name: 'Get-AzureStackHCI',
    form: 'list',
    text: 'ClusterStatus      : Clustered\nRegistrationStatus : Registered\nRegistrationDate   : 3/2/2025 9:11:40 AM\nAzureResourceName  : hci-edge\nConnectionStatus   : Disconnected\nLastConnected      : 10/09/2026 11:02:13 PM\nRegion             : westeurope',
    facts: { azureConnected: false, lastAzureSync: '2026-10-09' },
  },
  {
    name: 'systeminfo',
    form: 'list',
    text: 'Host Name:                 HCI-N01\nOS Name:                   Microsoft Windows Server 2022 Datacenter\nOS Version:                10.0.20348 N/A Build 20348\nOS Manufacturer:           Microsoft Corporation\nOS Configuration:          Member Server\nSystem Boot Time:          10/02/2026, 3:14:07 AM',
    facts: { hostOs: 'windows-server', hostOsVersion: '2022', hostOsEdition: 'datacenter' },
  },
  {
    name: 'systeminfo, German',
    form: 'list',
    text: 'Hostname:                                      HCI-N01\nBetriebssystemname:                            Microsoft Windows Server 2019 Datacenter\nBetriebssystemversion:                         10.0.17763 Nicht zutreffend Build 17763\nBetriebssystemhersteller:                      Microsoft Corporation',
    facts: { hostOs: 'windows-server', hostOsVersion: '2019', hostOsEdition: 'datacenter' },
  },
  {
    name: 'Get-ComputerInfo',
    form: 'list',
    text: 'WindowsProductName : Azure Stack HCI\nOsName             : Microsoft Azure Stack HCI\nOsVersion          : 10.0.20349\nOSDisplayVersion   : 22H2',
    facts: { hostOs: 'azure-stack-hci', hostOsVersion: '22H2' },
  },
  {
    name: 'Get-CimInstance Win32_OperatingSystem',
    form: 'table',
    text: 'Caption                                   Version\n-------                                   -------\nMicrosoft Windows Server 2022 Datacenter  10.0.20348',
    facts: { hostOs: 'windows-server', hostOsVersion: '2022', hostOsEdition: 'datacenter' },
  },
  {
    name: 'Get-SolutionUpdateEnvironment',
    form: 'list',
    text: 'ResourceId        : redmond\nCurrentVersion    : 12.2510.1001.10\nCurrentSbeVersion : 4.2.2510.10\nState             : AppliedSuccessfully\nHealthState       : Success',
    facts: { azureLocalRelease: '2510', hostOs: 'azure-local', hostOsVersion: '24H2' },
  },
  {
    name: 'kubectl get nodes',
    form: 'table',
    text: 'NAME              STATUS                     ROLES           AGE    VERSION\nmoc-l0a7xq2mzkd   Ready                      control-plane   212d   v1.32.9\nmoc-lq9k3vv0rtb   NotReady                   <none>          212d   v1.32.9\nmoc-w3p1b77hsne   Ready,SchedulingDisabled   <none>          90d    v1.31.12',
    facts: { k8sVersion: '1.32.9', nodeCount: 3, nodesNotReady: 1, nodeOs: 'mixed' },
  },
  {
    name: 'kubectl version -o yaml',
    text: 'clientVersion:\n  buildDate: "2025-09-10T10:11:12Z"\n  gitVersion: v1.33.5\n  major: "1"\n  minor: "33"\nkustomizeVersion: v5.6.0\nserverVersion:\n  buildDate: "2025-08-10T10:11:12Z"\n  gitVersion: v1.32.9\n  major: "1"\n  minor: "32"',
    facts: { k8sVersion: '1.32.9', kubectlVersion: '1.33.5' },
  },
  {
    name: 'kubectl version -o json',
    text: '{\n  "clientVersion": {\n    "major": "1",\n    "minor": "33",\n    "gitVersion": "v1.33.5"\n  },\n  "kustomizeVersion": "v5.6.0",\n  "serverVersion": {\n    "major": "1",\n    "minor": "32",\n    "gitVersion": "v1.32.9"\n  }\n}',
    facts: { k8sVersion: '1.32.9', kubectlVersion: '1.33.5' },
  },
  {
    name: 'kubectl get nodes -o custom-columns',
    form: 'table',
    text: 'NODE             KUBELET  OS\nmoc-l0a7xq2mzkd  v1.32.9  linux\nmoc-lq9k3vv0rtb  v1.32.9  linux',
    facts: { k8sVersion: '1.32.9' },
  },
  {
    name: 'kubectl get nodes -o jsonpath',
    text: "$ kubectl get nodes -o jsonpath='{.items[*].status.nodeInfo.kubeletVersion}'\nv1.32.9 v1.32.9 v1.32.9",
    facts: { k8sVersion: '1.32.9' },
  },
  {
    name: 'kubectl get node -o json',
    text: '{\n  "apiVersion": "v1",\n  "kind": "Node",\n  "metadata": {"name": "moc-l0a7xq2mzkd", "labels": {"node-role.kubernetes.io/control-plane": ""}},\n  "status": {\n    "nodeInfo": {\n      "architecture": "amd64",\n      "containerRuntimeVersion": "containerd://2.0.0",\n      "kernelVersion": "6.6.96.1-1.azl3",\n      "kubeProxyVersion": "v1.32.9",\n      "kubeletVersion": "v1.32.9",\n      "operatingSystem": "linux",\n      "osImage": "Microsoft Azure Linux 3.0"\n    }\n  }\n}',
    facts: { k8sVersion: '1.32.9' },
  },
  {
    name: 'kubectl get node -o yaml',
    text: 'apiVersion: v1\nkind: Node\nmetadata:\n  name: moc-l0a7xq2mzkd\nstatus:\n  nodeInfo:\n    architecture: amd64\n    containerRuntimeVersion: containerd://2.0.0\n    kernelVersion: 6.6.96.1-1.azl3\n    kubeProxyVersion: v1.32.9\n    kubeletVersion: v1.32.9\n    operatingSystem: linux\n    osImage: Microsoft Azure Linux 3.0',
    facts: { k8sVersion: '1.32.9' },
  },
  {
    name: 'kubectl describe node',
    text: 'Name:               moc-l0a7xq2mzkd\nRoles:              control-plane\nSystem Info:\n  Kernel Version:             6.6.96.1-1.azl3\n  OS Image:                   Microsoft Azure Linux 3.0\n  Operating System:           linux\n  Container Runtime Version:  containerd://2.0.0\n  Kubelet Version:            v1.32.9\n  Kube-Proxy Version:         v1.32.9',
    facts: { k8sVersion: '1.32.9' },
  },
  {
    name: 'kubectl get pods',
    form: 'table',
    text: 'NAME                        READY   STATUS             RESTARTS       AGE\ncalico-node-x1x2x           0/1     CrashLoopBackOff   17 (5m ago)    62d\ncoredns-7d8f6b9c5-x1x2x     1/1     Running            0              62d',
    facts: { cni: 'calico' },
  },
  {
    name: 'az connectedk8s show -o yaml',
    form: 'list',
    text: "agentVersion: 1.21.10\nconnectivityStatus: Offline\ndistribution: aks_workload\ndistributionVersion: null\ninfrastructure: azure_stack_hci\nkubernetesVersion: 1.32.9\nlastConnectivityTime: '2026-11-02T22:41:07.104000+00:00'\nlocation: westeurope\nname: aks-edge-01\noffering: AzureStackHCI_AKS_Workload\nprovisioningState: Succeeded\ntotalCoreCount: 24\ntotalNodeCount: 6\ntype: microsoft.kubernetes/connectedclusters",
    facts: {
      k8sVersion: '1.32.9',
      clusterName: 'aks-edge-01',
      azureConnected: false,
      lastAzureSync: '2026-11-02',
      nodeCount: 6,
    },
  },
  {
    name: 'az connectedk8s show --query -o table',
    form: 'table',
    text: 'Name         ConnectivityStatus  LastConnectivityTime              KubernetesVersion\n-----------  ------------------  --------------------------------  -----------------\naks-edge-01  Offline             2026-11-02T22:41:07.104000+00:00  1.32.9',
    facts: {
      k8sVersion: '1.32.9',
      clusterName: 'aks-edge-01',
      azureConnected: false,
      lastAzureSync: '2026-11-02',
    },
  },
  {
    name: 'az aksarc show -o yaml',
    text: 'extendedLocation:\n  name: /subscriptions/3f2a1c9e-0000-4111-8222-9a9a9a9a9a9a/resourceGroups/rg-edge/providers/microsoft.extendedlocation/customlocations/cl-edge\n  type: CustomLocation\nid: /subscriptions/3f2a1c9e-0000-4111-8222-9a9a9a9a9a9a/resourceGroups/rg-edge/providers/Microsoft.Kubernetes/connectedClusters/aks-edge-01/providers/Microsoft.HybridContainerService/provisionedClusterInstances/default\nname: default\nproperties:\n  agentPoolProfiles:\n  - count: 3\n    name: nodepool1\n    osType: Linux\n  kubernetesVersion: 1.32.9\n  networkProfile:\n    networkPolicy: calico\n    podCidr: 10.244.0.0/16\n  provisioningState: Succeeded\ntype: microsoft.hybridcontainerservice/provisionedclusterinstances',
    facts: { k8sVersion: '1.32.9', clusterName: 'aks-edge-01', cni: 'calico', product: 'aks-local' },
  },
  {
    name: 'az aksarc list -o table',
    form: 'table',
    text: 'Name         ResourceGroup  Location    KubernetesVersion  ProvisioningState\n-----------  -------------  ----------  -----------------  -----------------\naks-edge-01  rg-edge        westeurope  1.32.9             Succeeded',
    facts: { k8sVersion: '1.32.9', clusterName: 'aks-edge-01' },
  },
  {
    name: 'az aksarc get-upgrades -o yaml',
    text: 'agentPoolProfiles:\n- kubernetesVersion: 1.31.13\n  upgrades:\n  - kubernetesVersion: 1.32.8\n  - kubernetesVersion: 1.32.9\ncontrolPlaneProfile:\n  kubernetesVersion: 1.31.13\n  name: aks-edge-01\n  osType: Linux\n  upgrades:\n  - kubernetesVersion: 1.32.8\nprovisioningState: Succeeded',
    facts: { k8sVersion: '1.31.13', clusterName: 'aks-edge-01', product: 'aks-local' },
  },
  {
    name: 'az account show -o table',
    form: 'table',
    text: 'EnvironmentName    HomeTenantId                          IsDefault    Name          State     TenantId\n-----------------  ------------------------------------  -----------  ------------  --------  ------------------------------------\nAzureCloud         3f2a1c9e-0000-4111-8222-9a9a9a9a9a9a  True         plants        Disabled  3f2a1c9e-0000-4111-8222-9a9a9a9a9a9a',
    facts: { subscriptionState: 'suspended' },
  },
  {
    name: 'az account list -o table',
    form: 'table',
    text: 'Name       CloudName   SubscriptionId                        TenantId                              State    IsDefault\n---------  ----------  ------------------------------------  ------------------------------------  -------  -----------\nEdge Prod  AzureCloud  3f2a1c9e-0000-4111-8222-9a9a9a9a9a9a  3f2a1c9e-0000-4111-8222-9a9a9a9a9a9b  Enabled  True',
    facts: { subscriptionState: 'active' },
  },
  {
    name: 'Get-AksHciUpdates',
    text: 'PS C:\\> Get-AksHciUpdates\n1.0.23.10605\n1.0.24.10719',
    facts: {},
  },
];
