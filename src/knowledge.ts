/** Reads knowledge/ once and compiles it for the triage engine. A broken file stops the start with file, line and reason. */
import { readLexiconSource, readTraining } from '../knowledge/lexicon.ts';
import { contentHash, readYaml, yamlFiles } from '../knowledge/load.ts';
import { saveParsed } from '../knowledge/parsed-cache.ts';
import {
  AksReleases,
  FactQuestions,
  Hosts,
  KubernetesMinors,
  PlacesFile,
  Policy,
  TriggersFile,
} from '../knowledge/schema.ts';
import { readKept } from './text/classifier.ts';
import type { Knowledge } from './triage/knowledge.ts';
import { lexicon } from './triage/understand.ts';

export function loadKnowledge(): Knowledge {
  const source = readLexiconSource();
  const training = readTraining();
  const compiled = lexicon(source, training && readKept(training));
  const { facts: questions, family } = readYaml('facts.yaml', FactQuestions);
  const knowledge: Knowledge = {
    hash: contentHash(),
    policies: yamlFiles('policies').map((file) => readYaml(file, Policy)),
    topics: source.topics,
    places: readYaml('places.yaml', PlacesFile).places,
    triggers: readYaml('triggers.yaml', TriggersFile).triggers,
    lexicon: compiled,
    questions,
    family,
    tables: {
      kubernetes: readYaml('versions/kubernetes.yaml', KubernetesMinors),
      releases: readYaml('versions/aks-releases.yaml', AksReleases),
      hosts: readYaml('versions/hosts.yaml', Hosts),
    },
  };
  saveParsed();
  return knowledge;
}
