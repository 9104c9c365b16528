/** `npm run -s schema`: JSON Schemas of the knowledge files, so that an editor completes and checks the YAML. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { KNOWLEDGE_FOLDER } from '../../knowledge/load.ts';
import { schemaFiles } from '../schema-files.ts';
import { command } from './print.ts';

const HELP = `
npm run -s schema              writes knowledge/*.schema.json anew from knowledge/schema.ts
`;

export const main = (args: string[]): Promise<number> =>
  command(HELP, args, () => {
    parseArgs({ args, options: {} });
    for (const [file, { schema }] of Object.entries(schemaFiles)) {
      writeFileSync(join(KNOWLEDGE_FOLDER, file), jsonSchemaText(schema));
      console.log(`knowledge/${file}`);
    }
    return 0;
  });

/** What a person writes: fields with a default may be left out. */
export const jsonSchemaText = (schema: z.ZodType): string =>
  `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), null, 2)}\n`;
