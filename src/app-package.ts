/** The Teams app package: the manifest with this installation's ids, checked against Microsoft's schema, and the icons. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { zipSync } from 'fflate';
import packageJson from '../package.json' with { type: 'json' };

const FOLDER = join(import.meta.dirname, '..', 'manifest');
const SCHEMA = '@microsoft/app-manifest/build/json-schemas/teams/v1.29/MicrosoftTeams.schema.json';
const ICONS = { 'color.png': 192, 'outline.png': 32 };
/** The same files give the same bytes; zip cannot tell an earlier day. */
const MTIME = new Date('1980-01-01T00:00:00Z');

/** Where a package for looking at, not for uploading, gets its ids from. */
const NO_ID = '00000000-0000-0000-0000-000000000000';

/** What an installation fills in, with the meaning for people. */
export const PACKAGE_VALUES = {
  MicrosoftAppId: { standard: NO_ID, meaning: 'application id of the bot' },
  TEAMS_APP_ID: { standard: NO_ID, meaning: 'id of the Teams app: any GUID that stays the same' },
  BOT_DOMAIN: { standard: 'bot.contoso.com', meaning: 'host name under which Teams reaches the bot' },
  TEAMS_DEVELOPER_NAME: { standard: 'Contoso', meaning: 'who runs the app' },
  TEAMS_DEVELOPER_URL: { standard: 'https://www.contoso.com', meaning: 'their page' },
  TEAMS_PRIVACY_URL: { standard: 'https://www.contoso.com/privacy', meaning: 'their privacy statement' },
  TEAMS_TERMS_URL: { standard: 'https://www.contoso.com/terms', meaning: 'their terms of use' },
} as const;

type Value = keyof typeof PACKAGE_VALUES;
type Env = Readonly<Record<string, string | undefined>>;

/** The package cannot be built; the message names every fault. */
export class PackageError extends Error {
  override name = 'PackageError';
}

export type AppPackage = {
  zip: Uint8Array;
  manifest: Record<string, unknown>;
  /** Values that were not given, so that the package is not yet one for this installation. */
  assumed: Value[];
};

/** Builds and checks the package. Reads nothing but `manifest/` and the schema that a locked package brings. */
export function appPackage(env: Env): AppPackage {
  const assumed = (Object.keys(PACKAGE_VALUES) as Value[]).filter((name) => !env[name]?.trim());
  const value = (name: string): string => {
    if (name === 'VERSION') return packageJson.version;
    if (!Object.hasOwn(PACKAGE_VALUES, name)) throw new PackageError(`manifest.json: there is no value \${${name}}`);
    return env[name]?.trim() || PACKAGE_VALUES[name as Value].standard;
  };
  const template = readFileSync(join(FOLDER, 'manifest.json'), 'utf8');
  // Through JSON, so that a quote in a value cannot break out of its string.
  const filled = template.replace(/\$\{(\w+)\}/g, (_, name: string) => JSON.stringify(value(name)).slice(1, -1));
  const manifest = JSON.parse(filled) as Record<string, unknown>;
  const faults = [...schemaFaults(manifest), ...commandFaults(manifest)];
  const files: Record<string, Uint8Array> = { 'manifest.json': Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) };
  for (const [name, size] of Object.entries(ICONS)) {
    const icon = readFileSync(join(FOLDER, name));
    if (icon.readUInt32BE(16) !== size || icon.readUInt32BE(20) !== size)
      faults.push(`${name}: must be ${size} by ${size} pixels`);
    files[name] = icon;
  }
  if (faults.length > 0) throw new PackageError(faults.join('\n'));
  return { zip: zipSync(files, { level: 9, mtime: MTIME }), manifest, assumed };
}

/** What Microsoft's schema says against it. */
export function schemaFaults(manifest: unknown): string[] {
  const require = createRequire(import.meta.url);
  const schema = JSON.parse(readFileSync(require.resolve(SCHEMA), 'utf8')) as object;
  const Ajv = AjvDraft04 as unknown as typeof AjvDraft04.default;
  const ajv = new Ajv({ allErrors: true, strict: false });
  (addFormats as unknown as typeof addFormats.default)(ajv as never);
  const check = ajv.compile(schema);
  if (check(manifest)) return [];
  return (check.errors ?? []).map(({ instancePath, message }) => `manifest.json${instancePath}: ${message}`);
}

/** Rules of the store that the schema does not know: commands have a description, no slash, and are named once in a list. */
function commandFaults(manifest: Record<string, unknown>): string[] {
  const bots = (manifest.bots ?? []) as { commandLists: { commands: { title: string; description: string }[] }[] }[];
  return bots.flatMap(({ commandLists }) =>
    commandLists.flatMap(({ commands }) => {
      const names = commands.map(({ title }) => title);
      return [
        ...commands
          .filter(({ description }) => !description)
          .map(({ title }) => `command ${title}: needs a description`),
        ...names.filter((name) => name.startsWith('/')).map((name) => `command ${name}: no slash in front`),
        ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `command ${name}: named twice`),
      ];
    }),
  );
}
