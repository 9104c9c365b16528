/** Which dotted names are somebody's host, and which are programs, API groups, files or well-known services. */

/** Endings that only private networks use. */
const PRIVATE = words('local lan internal corp home intra intranet intern private ad domain localdomain test example');
const PUBLIC = words(
  'com net org info biz io dev app cloud eu de at ch nl be fr it es pt uk ie dk se no fi pl cz sk hu ro bg gr tr ru ua il ae sa za in cn jp kr tw hk sg my th vn ph au nz ca us mx br ar cl co pe',
);
/** Endings that are also words of code and prose ("spec.in", "done.it"): only with three labels. */
const AMBIGUOUS = words('in it no be de at es my us io app dev cloud test ad home domain example private internal co');

/** Owned by vendors and projects: naming them tells nothing about the person. */
const WELL_KNOWN = words(
  'microsoft.com azure.com azure.net azure.us windows.net windows.com office.com office365.com live.com aka.ms msftconnecttest.com msftncsi.com microsoftonline.com visualstudio.com vsassets.io powershellgallery.com nuget.org asp.net azurecr.io mcr.io github.com github.io githubusercontent.com gitlab.com k8s.io x-k8s.io kubernetes.io cluster.local projectcalico.org tigera.io docker.io docker.com quay.io ghcr.io gcr.io pkg.dev helm.sh cilium.io istio.io linkerd.io prometheus.io coreos.com grafana.com grafana.net elastic.co nginx.org nginx.com jetstack.io cert-manager.io fluxcd.io argoproj.io dapr.io keda.sh knative.dev openpolicyagent.org gatekeeper.sh velero.io vmware.com cncf.io golang.org go.dev google.com googleapis.com npmjs.org npmjs.com nodejs.org python.org pypi.org ubuntu.com debian.org redhat.com openshift.io openshift.com rancher.io rancher.com cattle.io suse.com metallb.io metallb.universe.tf traefik.io etcd.io opentelemetry.io metal3.io kubevirt.io digicert.com letsencrypt.org verisign.com entrust.net globalsign.com stackoverflow.com wikipedia.org sigs.k8s.io amazonaws.com cloudflare.com f5.com paloaltonetworks.com zscaler.net zscaler.com netapp.com netapp.io portworx.io longhorn.io rook.io strimzi.io hashicorp.com mozilla.org w3.org iana.org ietf.org oasis-open.org xmlsoap.org json-schema.org w3c.org kernel.org gnu.org apache.org nvidia.com amd.com intel.com akshci.com broadcom.com dell.com hpe.com lenovo.com',
);

/** Services whose first label a customer chose: the label goes, the service stays. */
const CUSTOMER_SERVICES = [
  'azurecr.io',
  'core.windows.net',
  'vault.azure.net',
  'servicebus.windows.net',
  'database.windows.net',
  'azurewebsites.net',
  'cloudapp.azure.com',
  'documents.azure.com',
  'cache.windows.net',
  'opinsights.azure.com',
  'onmicrosoft.com',
  'sharepoint.com',
  'github.io',
];
/** Registries and endpoints of the product itself under those services. */
const PRODUCT_HOSTS = words('ecpacr mcr azurearcfork8s azurearcfork8sdev arcdataservices akshci');

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** The part of a dotted name that identifies somebody: all of it, its first label, or nothing. */
export function privatePart(name: string, after: string): string | undefined {
  const lower = name.toLowerCase();
  const labels = lower.split('.');
  const ending = labels.at(-1) as string;
  const service = CUSTOMER_SERVICES.find((suffix) => lower.endsWith(`.${suffix}`));
  if (service) {
    const [first = ''] = labels;
    return PRODUCT_HOSTS.has(first) || labels.length < service.split('.').length + 1
      ? undefined
      : name.slice(0, first.length);
  }
  // Storage drivers are named like hosts: `disk.csi.example.com`.
  if (labels.includes('csi')) return undefined;
  if (!PRIVATE.has(ending) && !PUBLIC.has(ending)) return undefined;
  if (AMBIGUOUS.has(ending) && labels.length < 3 && !/^[:/]\d/.test(after)) return undefined;
  // `System.Net` is code; a host is written in one case.
  if (name !== lower && name !== name.toUpperCase() && /\.[A-Z][a-z]+$/.test(name)) return undefined;
  for (let from = 0; from < labels.length - 1; from++) {
    if (WELL_KNOWN.has(labels.slice(from).join('.'))) return undefined;
  }
  // `group.example.io/v1beta1` is an API group.
  return /^\/v\d+(?:(?:alpha|beta)\d+)?\b/.test(after) ? undefined : name;
}

/** A name that only a private network knows. */
export const isPrivateName = (name: string): boolean => PRIVATE.has(name.toLowerCase().split('.').at(-1) ?? '');
