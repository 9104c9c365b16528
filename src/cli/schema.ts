/** `npm run -s schema`: JSON Schemas of the knowledge files, so that an editor completes and checks the YAML. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { KNOWLEDGE_FOLDER } from '../../knowledge/load.ts';
import { schemaFiles, schemaLine } from '../schema-files.ts';
import { command } from './print.ts';

const HELP = `
npm run -s schema              writes knowledge/*.schema.json anew from knowledge/schema.ts, and names them in YAML files that do not
`;

export const main = (args: string[]): Promise<number> =>
  command(HELP, args, () => {
    parseArgs({ args, options: {} });
    for (const [file, { schema }] of Object.entries(schemaFiles)) {
      writeFileSync(join(KNOWLEDGE_FOLDER, file), jsonSchemaText(schema));
      console.log(`knowledge/${file}`);
    }
    for (const file of readdirSync(KNOWLEDGE_FOLDER, { recursive: true, encoding: 'utf8' })) nameSchema(file);
    return 0;
  });

/** Puts the line that names the schema on top of a knowledge file that has none. */
function nameSchema(file: string): void {
  const line = schemaLine(file.replaceAll('\\', '/'));
  if (line === undefined) return;
  const path = join(KNOWLEDGE_FOLDER, file);
  const text = readFileSync(path, 'utf8');
  if (text.startsWith('# yaml-language-server:')) return;
  writeFileSync(path, `${line}\n${text}`);
  console.log(`knowledge/${file} names its schema`);
}

/** What a person writes: fields with a default may be left out. */
export const jsonSchemaText = (schema: z.ZodType): string =>
  `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), null, 2)}\n`;
