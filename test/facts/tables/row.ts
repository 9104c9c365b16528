import type { FactName } from '../../../src/model/facts.ts';

/** A message and what must be read from it; `null`: must stay unset. `nodeChange` compares only the keys given. */
export type Row = readonly [text: string, expected: { [N in FactName]?: unknown }];
