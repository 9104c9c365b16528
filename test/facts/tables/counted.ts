import type { Row } from './row.ts';

/** Numbers of nodes, of those that are not ready, and what the cluster is called. */
export const counted: readonly Row[] = [
  ['Our cluster has 6 nodes, two of them are rebooting', { nodeCount: 6 }],
  ['kubernetes 1.33.5 / flannel / 8 nodes / prod', { nodeCount: 8 }],
  ['4-node Azure Local, AKS cluster with 7 nodes', { nodeCount: 7 }],
  ['The Azure Local cluster has 4 nodes', { nodeCount: null }],
  ['we manage 9 clusters, 40 nodes in sum', { nodeCount: null }],
  ['we have 3 nodes, sorry 4, forgot the gpu one', { nodeCount: 4 }],
  ['5 nodes are NotReady', { nodesNotReady: 5, nodeCount: null }],
  ['Total 20 nodes out of which 3 nodes are showing NotReady', { nodesNotReady: 3, nodeCount: 20 }],
  ['Nodes not ready: 2', { nodesNotReady: 2 }],
  ['Three new nodes never become ready', { nodesNotReady: 3 }],
  ['of the 6 nodes all are Ready', { nodeCount: 6, nodesNotReady: 0 }],
  ['Are all nodes ready?', { nodesNotReady: null }],
  ['in cluster delft-3 one node is NotReady', { nodesNotReady: 1, clusterName: 'delft-3' }],
  ['it drains onto two nodes only', { nodeCount: null }],
  ['handover says the cluster is called lathe-04', { clusterName: 'lathe-04' }],
  ['cluster is called kestrel', { clusterName: 'kestrel' }],
  ['the cluster is named after the old ship', { clusterName: null }],
  ["It's not cluster 'tram-nord', it's 'tram-sud-2'", { clusterName: 'tram-sud-2' }],
  ['It is the cluster of production "olivo-02"', { clusterName: 'olivo-02', environment: 'production' }],
  ['the new one, hall-9, is up and has the problem', { clusterName: 'hall-9' }],
];
