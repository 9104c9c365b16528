/** Every kind of program output that is recognised. A new kind is one file and one line here. */
import type { Document, Line } from '../document.ts';
import type { Output } from '../found.ts';
import { aksHciCluster, aksHciNodePool } from './aks-hci-cluster.ts';
import { aksHciVersion } from './aks-hci-version.ts';
import { azJson } from './az-json.ts';
import { azTable } from './az-table.ts';
import { azYaml } from './az-yaml.ts';
import { azureConnection } from './azure-connection.ts';
import { checkTables } from './check-tables.ts';
import { clusterTable } from './cluster-table.ts';
import { commands } from './commands.ts';
import { hostInfo } from './host-info.ts';
import { kubectlKubelet } from './kubectl-kubelet.ts';
import { kubectlLists } from './kubectl-lists.ts';
import { kubectlNodes } from './kubectl-nodes.ts';
import { kubectlVersion } from './kubectl-version.ts';
import { toolErrors } from './tool-error.ts';
import { versionLists } from './version-lists.ts';
import { withClusters } from './whose.ts';

type OutputReader = (doc: Document, lines: readonly Line[]) => Output[];

const READERS: readonly OutputReader[] = [
  aksHciVersion,
  aksHciCluster,
  aksHciNodePool,
  versionLists,
  azureConnection,
  kubectlVersion,
  kubectlNodes,
  kubectlKubelet,
  kubectlLists,
  azJson,
  azYaml,
  azTable,
  checkTables,
  clusterTable,
  hostInfo,
  toolErrors,
  commands,
];

export const outputsIn = (doc: Document, lines: readonly Line[]): Output[] =>
  withClusters(
    READERS.flatMap((read) => read(doc, lines)),
    lines,
  );
