import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { contentHash, KNOWLEDGE_FOLDER, KnowledgeError, readYaml } from '../../knowledge/load.ts';
import { FactQuestions, KubernetesMinors } from '../../knowledge/schema.ts';
import { jsonSchemaText } from '../../src/cli/schema.ts';
import { schemaFiles, schemaLine } from '../../src/schema-files.ts';

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
  it('changes with the data, not with line ends or the line for the editor', () => {
    const same = copyWith('facts.yaml', (text) => text.replaceAll('\n', '\r\n'));
    const bare = copyWith('facts.yaml', (text) => text.slice(text.indexOf('\n') + 1));
    const other = copyWith('facts.yaml', (text) => text.replace('label: Product', 'label: The product'));
    expect(contentHash(same)).toBe(contentHash());
    expect(contentHash(bare)).toBe(contentHash());
    expect(contentHash(other)).not.toBe(contentHash());
  });
});

describe('JSON Schemas for editors', () => {
  const files = readdirSync(KNOWLEDGE_FOLDER, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.yaml'));

  it.each(Object.entries(schemaFiles))('%s is what "npm run -s schema" writes', (file, { schema }) => {
    expect(readFileSync(join(KNOWLEDGE_FOLDER, file), 'utf8')).toBe(jsonSchemaText(schema));
  });

  it('are named by every knowledge file, each for a file that is there', () => {
    const named = files.map((file) => [file, readFileSync(join(KNOWLEDGE_FOLDER, file), 'utf8').split(/\r?\n/)[0]]);
    expect(named).toEqual(files.map((file) => [file, schemaLine(file)]));
    for (const [name, { of }] of Object.entries(schemaFiles))
      expect(
        files.some((file) => of.test(file)),
        name,
      ).toBe(true);
  });

  it.each(Object.entries(schemaFiles))('%s accepts what is written, and no key that nobody reads', (name, { of }) => {
    const accepts = new Ajv2020({ strict: false, validateFormats: false }).compile(
      JSON.parse(readFileSync(join(KNOWLEDGE_FOLDER, name), 'utf8')) as object,
    );
    for (const file of files.filter((one) => of.test(one))) {
      const data = parse(readFileSync(join(KNOWLEDGE_FOLDER, file), 'utf8')) as object;
      expect(accepts(data), `${file}: ${JSON.stringify(accepts.errors?.[0])}`).toBe(true);
      expect(accepts({ ...data, colour: 'blue' })).toBe(false);
    }
  });
});
