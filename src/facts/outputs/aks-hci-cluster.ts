/** `Get-AksHciCluster` and `Get-AksHciNodePool`: property lists, one object a cluster or pool. */
import type { Document, Line } from '../document.ts';
import { type Found, type Output, pasted, WEIGHT } from '../found.ts';
import { plainVersion } from '../versions.ts';
import { objectsIn, type Property, propertyNamed } from './properties.ts';

/** The management cluster is listed with the customer's in some releases; its version is not theirs. */
const MANAGEMENT = /^(?:clustergroup-management|management|mgmt|kva|akshci-mgmt.*|.*-management)$/i;

const span = (object: readonly Property[]) => ({
  start: object[0]?.line.start ?? 0,
  end: object.at(-1)?.line.end ?? 0,
});

const count = (p: Property | undefined): number => Number.parseInt(p?.value || '0', 10) || 0;

function clusterFacts(object: readonly Property[]): Found[] {
  const name = propertyNamed(object, 'name')?.value;
  if (name && MANAGEMENT.test(name)) return [];
  const found: Found[] = [];
  const cluster = name || undefined;
  const version = propertyNamed(object, 'kubernetesversion') ?? propertyNamed(object, 'packageversion');
  if (version && /1\.\d\d/.test(version.value)) {
    found.push(pasted('k8sVersion', plainVersion(version.value), version.line, { cluster }));
  }
  const named = propertyNamed(object, 'name');
  if (named && cluster) found.push(pasted('clusterName', cluster, named.line, { cluster }));
  const linux = propertyNamed(object, 'linuxnodecount');
  const windows = propertyNamed(object, 'windowsnodecount');
  const any = linux ?? windows;
  if (any && linux && windows) {
    found.push(pasted('nodeCount', count(linux) + count(windows), any.line, { cluster }));
    const os = osOf(count(linux) > 0, count(windows) > 0);
    if (os) found.push(pasted('nodeOs', os, any.line, { cluster }));
  }
  return found;
}

export function osOf(linux: boolean, windows: boolean): 'linux' | 'windows' | 'mixed' | undefined {
  if (linux && windows) return 'mixed';
  if (windows) return 'windows';
  return linux ? 'linux' : undefined;
}

/** Lines of the object that are the cmdlet's own; a form that somebody filled in has others. */
const OWN_KEYS = new Set(
  'status provisioningstate kubernetesversion packageversion nodepools windowsnodecount linuxnodecount controlplanenodecount controlplanevmsize autoscalerenabled autoscalerprofile autoscalerprofilename name'.split(
    ' ',
  ),
);

/** Tables of clusters and YAML of Azure have readers of their own. */
const isCluster = (o: readonly Property[]): boolean =>
  !o.some((p) => p.inTable) &&
  // Azure's own objects write the same name in lower case.
  !o.some((p) => /^\s*(?:- )?kubernetesVersion\b/.test(p.line.raw)) &&
  propertyNamed(o, 'nodepoolname') === undefined &&
  ['kubernetesversion', 'packageversion', 'controlplanenodecount'].some((key) => propertyNamed(o, key)) &&
  !o.some(
    (p) => p.value.startsWith('"') || p.value.endsWith(',') || (p.key === 'kubernetesversion' && /\s/.test(p.value)),
  );

export const aksHciCluster = (_doc: Document, lines: readonly Line[]): Output[] =>
  objectsIn(lines)
    .filter(isCluster)
    .flatMap((o) => {
      const own = o.filter((p) => OWN_KEYS.has(p.key));
      return own.map((p, i) => ({
        kind: 'get-akshcicluster',
        start: p.line.start,
        end: p.line.end,
        found: i === 0 ? clusterFacts(own) : [],
      }));
    });

export function aksHciNodePool(_doc: Document, lines: readonly Line[]): Output[] {
  const pools = objectsIn(lines).filter((o) => propertyNamed(o, 'nodepoolname') && propertyNamed(o, 'ostype'));
  const kinds = pools.map((o) => propertyNamed(o, 'ostype')?.value.toLowerCase());
  const os = osOf(kinds.includes('linux'), kinds.includes('windows'));
  return pools.map((o, i) => ({
    kind: 'get-akshcinodepool',
    ...span(o),
    found: [...poolFacts(o), ...(os && i === 0 ? [pasted('nodeOs', os, span(o))] : [])],
  }));
}

function poolFacts(object: readonly Property[]): Found[] {
  const cluster = propertyNamed(object, 'clustername');
  const version = propertyNamed(object, 'version') ?? propertyNamed(object, 'kubernetesversion');
  const detail = { cluster: cluster?.value || undefined, weight: WEIGHT.hint };
  const found: Found[] = [];
  // A pool can lag behind its control plane in a stuck upgrade, so this is weaker than the cluster's own version.
  if (version && /1\.\d\d/.test(version.value))
    found.push(pasted('k8sVersion', plainVersion(version.value), version.line, detail));
  if (cluster?.value) found.push(pasted('clusterName', cluster.value, cluster.line, detail));
  return found;
}
