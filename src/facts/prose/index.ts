/** Every reader of prose. A new one is a file and a line here. */
import type { Found } from '../found.ts';
import type { Prose } from '../stance.ts';
import { azureContact } from './azure-contact.ts';
import { clusterName } from './cluster-name.ts';
import { clusterVersions } from './cluster-version.ts';
import { edition } from './edition.ts';
import { environment } from './environment.ts';
import { forms } from './form.ts';
import { host } from './host.ts';
import { metadata } from './metadata.ts';
import { minorReleased } from './minor-released.ts';
import { nodeChange } from './node-change.ts';
import { nodes } from './nodes.ts';
import { product } from './product.ts';
import { releaseDistance } from './release-distance.ts';
import { runState } from './run-state.ts';
import { sayings } from './said.ts';
import { spokenVersions } from './spoken-version.ts';
import { subscription } from './subscription.ts';
import { supportStatus } from './support-status.ts';

type ProseReader = (prose: Prose) => Found[];

const READERS: readonly ProseReader[] = [
  clusterVersions,
  spokenVersions,
  runState,
  azureContact,
  subscription,
  nodeChange,
  metadata,
  releaseDistance,
  supportStatus,
  minorReleased,
  sayings,
  nodes,
  clusterName,
  edition,
  environment,
  forms,
];

/** Facts of the prose; `pasted` are those of the outputs beside it, because a host shown there tells the product too. */
export function factsInProse(prose: Prose, pasted: readonly Found[]): Found[] {
  const hosts = host(prose);
  return [...READERS.flatMap((read) => read(prose)), ...hosts, ...product(prose, [...hosts, ...pasted])];
}
