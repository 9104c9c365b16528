/** Reads every file that tells what a message can be about. */
import { readYaml, yamlFiles } from './load.ts';
import { ComponentsFile, CuesFile, Phrases, TopicsFile } from './schema.ts';

export function readLexiconSource() {
  return {
    components: readYaml('components.yaml', ComponentsFile).components,
    topics: readYaml('topics.yaml', TopicsFile).topics,
    cues: readYaml('cues.yaml', CuesFile).cues,
    phrases: yamlFiles('phrases').map((file) => readYaml(file, Phrases)),
  };
}
