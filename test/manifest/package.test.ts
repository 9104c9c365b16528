import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { moveOf } from '../../dialogs/said.ts';
import { appPackage, PackageError, schemaFaults } from '../../src/app-package.ts';

const IDS = {
  MicrosoftAppId: '11111111-1111-1111-1111-111111111111',
  TEAMS_APP_ID: '22222222-2222-2222-2222-222222222222',
  BOT_DOMAIN: 'triage.contoso.com',
};

type Manifest = {
  id: string;
  bots: { botId: string; commandLists: { commands: { title: string }[] }[] }[];
  composeExtensions: { botId: string; commands: { id: string; type: string }[] }[];
  validDomains: string[];
};

/** Width, height, and every pixel as [red, green, blue, alpha]. */
function pixels(png: Uint8Array): { size: number; pixels: number[][] } {
  const buffer = Buffer.from(png);
  const size = buffer.readUInt32BE(16);
  const data: Buffer[] = [];
  for (let at = 8; at < buffer.length; at += 12 + buffer.readUInt32BE(at)) {
    if (buffer.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(buffer.subarray(at + 8, at + 8 + buffer.readUInt32BE(at)));
  }
  const raw = inflateSync(Buffer.concat(data));
  const found: number[][] = [];
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++)
      found.push([...raw.subarray(y * (size * 4 + 1) + 1 + x * 4, y * (size * 4 + 1) + 5 + x * 4)]);
  }
  return { size, pixels: found };
}

describe('the app package', () => {
  it('holds the manifest and both icons at its root, with the ids of the installation', () => {
    const files = unzipSync(appPackage(IDS).zip);
    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString()) as Manifest;
    expect(manifest.id).toBe(IDS.TEAMS_APP_ID);
    expect([manifest.bots[0]?.botId, manifest.composeExtensions[0]?.botId]).toEqual([
      IDS.MicrosoftAppId,
      IDS.MicrosoftAppId,
    ]);
    expect(manifest.validDomains).toEqual([IDS.BOT_DOMAIN]);
  });

  it('is the same, byte for byte, each time', () => {
    expect(Buffer.from(appPackage(IDS).zip).equals(Buffer.from(appPackage(IDS).zip))).toBe(true);
  });

  it('says which ids are missing, and is valid even so', () => {
    expect(appPackage({}).assumed).toContain('MicrosoftAppId');
  });

  it('refuses an id that is none', () => {
    expect(() => appPackage({ ...IDS, MicrosoftAppId: 'my bot' })).toThrow(PackageError);
  });

  it('lets no value break out of its string', () => {
    expect(appPackage({ ...IDS, TEAMS_DEVELOPER_NAME: 'A","id":"x' }).manifest.id).toBe(IDS.TEAMS_APP_ID);
  });

  it('is checked by a schema that finds faults', () => {
    expect(schemaFaults({ manifestVersion: '1.29' })).not.toEqual([]);
  });

  it('offers only commands that the bot understands', () => {
    const { bots } = appPackage(IDS).manifest as unknown as Manifest;
    for (const { commands } of bots[0]?.commandLists ?? []) {
      for (const { title } of commands) expect(moveOf(title), title).not.toBe('words');
    }
  });

  it('names the two commands that the message extension answers', () => {
    const { composeExtensions } = appPackage(IDS).manifest as unknown as Manifest;
    expect(composeExtensions[0]?.commands.map(({ id, type }) => [id, type])).toEqual([
      ['searchIssues', 'query'],
      ['triageMessage', 'action'],
    ]);
  });
});

describe('the icons', () => {
  const files = unzipSync(appPackage(IDS).zip);

  it('the outline is white on nothing', () => {
    const { size, pixels: all } = pixels(files['outline.png'] ?? new Uint8Array());
    expect(size).toBe(32);
    expect(all.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
    expect(all.some(([, , , alpha]) => alpha === 255) && all.some(([, , , alpha]) => alpha === 0)).toBe(true);
  });

  it('the colour icon fills its square', () => {
    const { size, pixels: all } = pixels(files['color.png'] ?? new Uint8Array());
    expect(size).toBe(192);
    expect(all.every(([, , , alpha]) => alpha === 255)).toBe(true);
  });
});
