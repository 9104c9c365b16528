/** The shipped editions and topics, read once for all tests. */
import { z } from 'zod';
import { readYaml, yamlFiles } from '../../knowledge/load.ts';
import { Policy, Topic } from '../../knowledge/schema.ts';
import type { WeighContext } from '../../src/triage/judge.ts';

export const TODAY = '2026-11-20';

export const policies: readonly Policy[] = yamlFiles('policies').map((file) => readYaml(file, Policy));
export const { topics } = readYaml('topics.yaml', z.looseObject({ topics: z.array(Topic) }));
export const ctx: WeighContext = { today: TODAY, topics, supportedMinors: ['1.31', '1.32', '1.33'] };

/** An edition by its short name: H22, A24, A25, L25. */
export function edition(short: string): Policy {
  const found = policies.find((policy) => policy.short === short);
  if (!found) throw new Error(`no edition ${short}`);
  return found;
}
