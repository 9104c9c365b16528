// What is installed: exactly what is locked, with hashes, without anybody's scripts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
type Locked = { version?: string; resolved?: string; integrity?: string; hasInstallScript?: boolean; link?: boolean };
const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };
const own = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;
const installed = Object.entries(lock.packages).filter(([path]) => path !== '');

it('is named by exact versions', () => {
  for (const group of ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides']) {
    for (const [name, version] of Object.entries(own[group] ?? {})) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  }
});

it('comes from the registry, with a hash', () => {
  for (const [path, { resolved, integrity, link }] of installed) {
    expect(link, path).toBeUndefined();
    // Left out where it is the registry.
    if (resolved) expect(resolved, path).toMatch(/^https:\/\/registry\.npmjs\.org\//);
    expect(integrity, path).toMatch(/^sha512-/);
  }
});

it('runs no script', () => {
  expect(readFileSync(join(ROOT, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
  for (const name of ['preinstall', 'install', 'postinstall', 'prepare']) expect(own.scripts).not.toHaveProperty(name);
});

it('has no version with a known advisory that we know how to avoid', () => {
  // GHSA-w5hq-g745-h8pq, fixed in 11.1.1.
  for (const [path, { version = '' }] of installed.filter(([path]) => /(^|\/)uuid$/.test(path))) {
    expect(Number(version.split('.')[0]), path).toBeGreaterThanOrEqual(11);
  }
});

it('keeps what only developers need out of production', () => {
  const production = Object.keys(own.dependencies ?? {});
  for (const name of [
    'vitest',
    'nock',
    'esbuild',
    'typescript',
    'fast-check',
    'minisearch',
    'fflate',
    'kubernetes-models',
  ])
    expect(production).not.toContain(name);
});
