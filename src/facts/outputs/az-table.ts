/** Table output of the Azure CLI (`-o table`): clusters with their Kubernetes version, and accounts with their state. */
import type { Document, Line } from '../document.ts';
import { type Found, type Output, pasted, WEIGHT } from '../found.ts';
import { plainVersion } from '../versions.ts';
import { connectedFacts } from './az-json.ts';
import { type Row, rowsUnder } from './table.ts';

const CLUSTER_HEADER = /^(?=[^":]*\bkubernetesversion\b)(?=[^":]*\b(?:name|clustername|provisioningstate)\b)[^":]*$/;
const ACCOUNT_HEADER =
  /^(?=[^:]*\bstate\b)(?=[^:]*\bisdefault\b)(?=[^:]*\b(?:cloudname|environmentname|subscriptionid)\b)[^:]*$/;

function clusterFacts({ line, cells }: Row): Found[] {
  const version = cells.kubernetesversion ?? cells.currentkubernetesversion;
  if (!version || !/1\.\d\d/.test(version)) return [];
  const name = cells.clustername ?? cells.name;
  const cluster = name && name !== 'default' ? name : undefined;
  const named = cluster ? [pasted('clusterName', cluster, line, { cluster })] : [];
  const contact = connectedFacts({ ...line, text: '', fields: fieldsOf(line, cells) });
  return [pasted('k8sVersion', plainVersion(version), line, { cluster }), ...named, ...contact.filter(isContact)];
}

const fieldsOf = (line: Line, cells: Row['cells']) =>
  Object.entries(cells).map(([key, value]) => ({ key, value, start: line.start, end: line.end }));

const isContact = (found: Found): boolean => found.fact === 'azureConnected' || found.fact === 'lastAzureSync';

const STATES: Record<string, 'active' | 'suspended' | 'deleted'> = {
  enabled: 'active',
  disabled: 'suspended',
  deleted: 'deleted',
};

function accountFacts({ line, cells }: Row): Found[] {
  const state = STATES[cells.state?.toLowerCase() ?? ''];
  const isDefault = cells.isdefault?.toLowerCase() === 'true';
  return state ? [pasted('subscriptionState', state, line, isDefault ? {} : { weight: WEIGHT.hint })] : [];
}

export function azTable(_doc: Document, lines: readonly Line[]): Output[] {
  return lines.flatMap((line, i) => {
    const isCluster = CLUSTER_HEADER.test(line.low);
    if (!isCluster && !ACCOUNT_HEADER.test(line.low)) return [];
    const { rows, next } = rowsUnder(lines, i);
    const end = lines[next - 1]?.end ?? line.end;
    const found = rows.flatMap(isCluster ? clusterFacts : accountFacts);
    return [{ kind: isCluster ? 'cluster-table' : 'account-table', start: line.start, end, found }];
  });
}
