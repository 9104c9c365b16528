import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentHash, KNOWLEDGE_FOLDER, KnowledgeError, readYaml } from '../../knowledge/load.ts';
import { FactQuestions, KubernetesMinors } from '../../knowledge/schema.ts';
import { jsonSchemaText } from '../../src/cli/schema.ts';
import { schemaFiles } from '../../src/schema-files.ts';

function copyWith(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'knowledge-'));
  cpSync(KNOWLEDGE_FOLDER, folder, { recursive: true });
  const path = join(folder, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  return folder;
}

describe('a broken knowledge file stops the start', () => {
  it('names file, line and reason of a value that does not fit', () => {
    const folder = copyWith('versions/kubernetes.yaml', (text) =>
      text.replace("minor: '1.18', status: removed", "minor: '1.18', status: gone"),
    );
    const line =
      readFileSync(join(folder, 'versions/kubernetes.yaml'), 'utf8')
        .split('\n')
        .findIndex((text) => text.includes('status: gone')) + 1;
    expect(() => readYaml('versions/kubernetes.yaml', KubernetesMinors, folder)).toThrow(KnowledgeError);
    expect(() => readYaml('versions/kubernetes.yaml', KubernetesMinors, folder)).toThrow(
      `knowledge/versions/kubernetes.yaml:${line}: minors.2.status`,
    );
  });
  it('names the line of a syntax fault', () => {
    const folder = copyWith('versions/kubernetes.yaml', (text) => text.replace('asOf: 2026-08-31', 'asOf: [2026'));
    expect(() => readYaml('versions/kubernetes.yaml', KubernetesMinors, folder)).toThrow(
      /knowledge\/versions\/kubernetes\.yaml:\d+: /,
    );
  });
  it('refuses a key that nobody reads', () => {
    const folder = copyWith('facts.yaml', (text) =>
      text.replace('    label: Product\n', '    label: Product\n    colour: blue\n'),
    );
    expect(() => readYaml('facts.yaml', FactQuestions, folder)).toThrow(/colour/);
  });
  it('says so where a file is missing', () => {
    expect(() => readYaml('nowhere.yaml', KubernetesMinors)).toThrow('knowledge/nowhere.yaml cannot be read');
  });
});

describe('the content hash', () => {
  it('changes with the data, not with line ends', () => {
    const same = copyWith('facts.yaml', (text) => text.replaceAll('\n', '\r\n'));
    const other = copyWith('facts.yaml', (text) => text.replace('label: Product', 'label: The product'));
    expect(contentHash(same)).toBe(contentHash());
    expect(contentHash(other)).not.toBe(contentHash());
  });
});

describe('JSON Schemas for editors', () => {
  it.each(Object.entries(schemaFiles))('%s is what "npm run -s schema" writes', (file, schema) => {
    expect(readFileSync(join(KNOWLEDGE_FOLDER, file), 'utf8')).toBe(jsonSchemaText(schema));
  });
});
