/** One paste of each program whose output people send, with what is to be read from it. Values are invented. */
export type Paste = {
  name: string;
  text: string;
  facts: Readonly<Record<string, unknown>>;
  /** Only a list or a table can lose its colons or get bars. */
  form?: 'list' | 'table';
};

export const PASTES: readonly Paste[] = [
  {
    name: 'Get-AksHciVersion',
    text: 'PS C:\\> Get-AksHciVersion\n1.0.22.10209\nPS C:\\> Get-AksHciUpdates\n1.0.23.10605',
    facts: { aksRelease: '1.0.22.10209' },
  },
  {
    name: 'Get-AksHciCluster',
    form: 'list',
    text: 'PS C:\\> Get-AksHciCluster\n\nStatus                : {ProvisioningState, Details}\nProvisioningState     : provisioned\nKubernetesVersion     : v1.27.3\nPackageVersion        : v1.27.3-kvapkg.0\nNodePools             : {lin-pool, win-pool}\nWindowsNodeCount      : 2\nLinuxNodeCount        : 3\nControlPlaneNodeCount : 3\nControlPlaneVmSize    : Standard_A4_v2\nAutoScalerEnabled     : False\nAutoScalerProfile     :\nName                  : mill-west-01',
    facts: { k8sVersion: '1.27.3', clusterName: 'mill-west-01', nodeCount: 5, nodeOs: 'mixed' },
  },
  {
    name: 'Get-AksHciNodePool',
    form: 'list',
    text: 'ClusterName  : mill-west-01\nNodePoolName : win-pool\nVersion      : v1.28.5\nOsType       : Windows\nNodeCount    : 2\nVmSize       : Standard_K8S3_v1\nPhase        : Deployed',
    facts: { k8sVersion: '1.28.5', clusterName: 'mill-west-01', nodeOs: 'windows' },
  },
  {
    name: 'Get-AksHciKubernetesVersion',
    form: 'table',
    text: 'OrchestratorType OrchestratorVersion OS      IsPreview\n---------------- ------------------- --      ---------\nKubernetes       v1.26.3             Linux       False\nKubernetes       v1.27.3             Linux       False\nKubernetes       v1.27.3             Windows     False',
    facts: {},
  },
  {
    name: 'Get-AksHciClusterUpdates',
    text: 'details                                                     kubernetesversion operatingsystemversion\n-------                                                     ----------------- ----------------------\nThis is a patch kubernetes upgrade. (i.e v1.1.X  to v1.1.Y) v1.27.3           @{mariner=February 2024; windows=February 2024}',
    facts: {},
  },
  {
    name: 'Get-AksHciBillingStatus',
    form: 'list',
    text: 'ConnectionStatus : Disconnected\nClusterStatus    : OutOfPolicy\nLastConnected    : 10/28/2026 06:12:44',
    facts: { azureConnected: false, lastAzureSync: '2026-10-28' },
  },
  {
    name: 'Get-AzureStackHCISubscriptionStatus',
    form: 'table',
    text: 'Computer Name Subscription Name           Status   Valid To\n------------- -----------------           ------   --------\nHCI-N01       Azure Local                 Active   12/20/2026 12:00:09 AM\nHCI-N01       Windows Server Subscription Inactive',
    facts: {},
  },
  {
    name: 'kvactl error',
    text: 'C:\\Program Files\\AksHci\\kvactl.exe cluster list --kubeconfig="C:\\ClusterStorage\\Volume1\\AksHci\\1.0.22.10209\\kubeconfig-mgmt" System.Collections.Hashtable.generic_non_zero 1 [Error: failed to connect to the cluster: action failed after 9 attempts: Get "https://10.20.30.5:6443/api?timeout=10s": net/http: request canceled]\nAt C:\\Program Files\\WindowsPowerShell\\Modules\\Kva\\1.2.4\\Common.psm1:2164 char:9',
    facts: { aksRelease: '1.0.22.10209' },
  },
  {
    name: 'kubectl version',
    text: 'PS C:\\> kubectl version\nClient Version: v1.33.5\nKustomize Version: v5.6.0\nServer Version: v1.32.9',
    facts: { k8sVersion: '1.32.9', kubectlVersion: '1.33.5' },
  },
  {
    name: 'kubectl version, older',
    text: 'Client Version: version.Info{Major:"1", Minor:"22", GitVersion:"v1.22.11", GitCommit:"b07006b2e59857b13fe5057a956e86225f0e82b7"}\nServer Version: version.Info{Major:"1", Minor:"23", GitVersion:"v1.23.5", GitCommit:"c285e781331a3785a7f436042c65c5641ce8a9e9"}',
    facts: { k8sVersion: '1.23.5', kubectlVersion: '1.22.11' },
  },
  {
    name: 'kubectl get nodes -o wide',
    form: 'table',
    text: 'NAME              STATUS     ROLES           AGE    VERSION   INTERNAL-IP   EXTERNAL-IP   OS-IMAGE                         KERNEL-VERSION    CONTAINER-RUNTIME\nmoc-l0a7xq2mzkd   Ready      control-plane   212d   v1.32.9   10.20.30.11   <none>        Microsoft Azure Linux 3.0        6.6.96.1-1.azl3   containerd://2.0.0\nmoc-lq9k3vv0rtb   NotReady   <none>          212d   v1.32.9   10.20.30.14   <none>        Microsoft Azure Linux 3.0        6.6.96.1-1.azl3   containerd://2.0.0\nmoc-w3p1b77hsne   Ready      <none>          90d    v1.32.9   10.20.30.17   <none>        Windows Server 2022 Datacenter   10.0.20348.4171   containerd://1.7.27',
    facts: { k8sVersion: '1.32.9', nodeCount: 3, nodesNotReady: 1, nodeOs: 'mixed' },
  },
  {
    name: 'kubectl get pods -A',
    form: 'table',
    text: 'NAMESPACE    NAME                        READY   STATUS    RESTARTS       AGE\nkube-system  coredns-7d8f6b9c5-x1x2x     0/1     Error     17 (5m ago)    62d\nazure-arc    config-agent-6d5f7c-ab1cd   2/2     Running   0              62d',
    facts: {},
  },
  {
    name: 'az aksarc show',
    text: '{\n  "extendedLocation": {\n    "name": "/subscriptions/3f2a1c9e-0000-4111-8222-9a9a9a9a9a9a/resourceGroups/rg-edge/providers/microsoft.extendedlocation/customlocations/cl-edge",\n    "type": "CustomLocation"\n  },\n  "id": "/subscriptions/3f2a1c9e-0000-4111-8222-9a9a9a9a9a9a/resourceGroups/rg-edge/providers/Microsoft.Kubernetes/connectedClusters/aks-edge-01/providers/Microsoft.HybridContainerService/provisionedClusterInstances/default",\n  "name": "default",\n  "properties": {\n    "agentPoolProfiles": [\n      {"name": "nodepool1", "count": 3, "osType": "Linux", "osSku": "AzureLinux3", "vmSize": "Standard_A4_v2"}\n    ],\n    "kubernetesVersion": "1.32.9",\n    "networkProfile": {"networkPolicy": "calico", "podCidr": "10.244.0.0/16"},\n    "provisioningState": "Succeeded"\n  },\n  "type": "microsoft.hybridcontainerservice/provisionedclusterinstances"\n}',
    facts: { k8sVersion: '1.32.9', clusterName: 'aks-edge-01', cni: 'calico', product: 'aks-local' },
  },
  {
    name: 'az aksarc get-upgrades',
    text: '{"agentPoolProfiles":[{"kubernetesVersion":"1.31.13","upgrades":[{"kubernetesVersion":"1.32.8"},{"kubernetesVersion":"1.32.9"}]}],\n "controlPlaneProfile":{"kubernetesVersion":"1.31.13","name":"aks-edge-01","osType":"Linux","upgrades":[{"kubernetesVersion":"1.32.8"}]},\n "provisioningState":"Succeeded"}',
    facts: { k8sVersion: '1.31.13', clusterName: 'aks-edge-01', product: 'aks-local' },
  },
  {
    name: 'az aksarc get-versions',
    text: '{"errorMessage": "failed cloud-side provisioning image linux-cblmariner-0.4.1.11203 to cloud gallery: {...}", "osSku": "CBLMariner", "osType": "Linux", "ready": false}',
    facts: {},
  },
  {
    name: 'az connectedk8s show',
    text: '{"agentVersion":"1.21.10","connectivityStatus":"Offline","distribution":"aks_workload","distributionVersion":null,\n "infrastructure":"azure_stack_hci","kubernetesVersion":"1.32.9","lastConnectivityTime":"2026-11-02T22:41:07.104000+00:00",\n "location":"westeurope","name":"aks-edge-01",\n "offering":"AzureStackHCI_AKS_Workload","provisioningState":"Succeeded","totalCoreCount":24,"totalNodeCount":6,\n "type":"microsoft.kubernetes/connectedclusters"}',
    facts: {
      k8sVersion: '1.32.9',
      clusterName: 'aks-edge-01',
      azureConnected: false,
      lastAzureSync: '2026-11-02',
      nodeCount: 6,
    },
  },
  {
    name: 'az k8s-extension show',
    text: '{"currentVersion":"2.1.223","extensionType":"microsoft.hybridaksoperator","autoUpgradeMinorVersion":false,"provisioningState":"Failed"}',
    facts: {},
  },
  {
    name: 'admission error',
    text: '(PreflightValidationFailed) admission webhook "vhybridakscluster.kb.io" denied the request: {\n   "result": "Failed",\n   "validationChecks": [\n      {"name": "K8sVersionValidation", "message": "Kubernetes version 1.33.5 isn\'t ready for use on Linux.", "recommendation": "Please check https://aka.ms/AKSArcValidationErrors/K8sVersionValidation"}\n   ]\n}',
    facts: {},
  },
  {
    name: 'upgrade dialogue',
    text: 'The cluster is on version 1.31.13 and is not in a failed state.\nKubernetes may be unavailable during cluster upgrades.\nThis will upgrade to version 1.32.9 (y/N): y',
    facts: { k8sVersion: '1.31.13' },
  },
  {
    name: 'Test-SupportAksArcKnownIssues',
    form: 'table',
    text: 'Test Name                                                  Status Message\n---------                                                  --------------\nValidate Failover Cluster Service Responsiveness           Passed Failover Cluster service is responsive.\nValidate MOC Cloud Agent Running                           Passed MOC Cloud Agent is running\nValidate MOC is on Latest Patch Version                    Failed MOC is not on the latest patch version. Current: 1.20.3.11020, Latest: 1.20.5.11104\nValidate Expired Certificates                              Passed No expired certificates found',
    facts: {},
  },
  {
    name: 'diagnostic checker',
    form: 'table',
    text: 'TestName                            Outcome Recommendation\n--------                            ------- --------------\ncloud-agent-connectivity-test       Success\ngateway-icmp-ping-test              Failure - Ensure gateway is operational\nhttp-connectivity-required-url-test Success',
    facts: {},
  },
  {
    name: 'control plane addresses',
    form: 'table',
    text: 'VMName                IPAddresses\n------                -----------\naks-edge-01-cp-0      {10.20.31.11, 10.20.31.10, fe80::215:5dff:fe00:1}',
    facts: {},
  },
];
