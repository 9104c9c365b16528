/** Everything that triage knows, compiled once at the start. Built by src/knowledge.ts from the files of knowledge/. */
import type { FactQuestion, Place, Policy, Topic, Trigger } from '../../knowledge/schema.ts';
import type { VersionTables } from './derive.ts';
import type { Lexicon } from './understand.ts';

export type Knowledge = {
  /** Content hash over all files: the proof names it. */
  hash: string;
  policies: readonly Policy[];
  topics: readonly Topic[];
  places: readonly Place[];
  triggers: readonly Trigger[];
  lexicon: Lexicon;
  questions: readonly FactQuestion[];
  /** Words that tell the on-premises family, lower case. */
  family: readonly string[];
  tables: VersionTables;
};
