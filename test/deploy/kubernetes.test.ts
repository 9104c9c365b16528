// The manifest against Kubernetes' own schemas, and against what a careful operator asks of any workload.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { readSettings, settingsTable } from '../../src/settings.ts';
import { APP_ID } from '../support/open-id.ts';

type Kind = {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string; labels?: Record<string, string> };
};
type Container = {
  image: string;
  args: string[];
  ports: { name: string; containerPort: number }[];
  resources: Record<'requests' | 'limits', Record<'cpu' | 'memory', string>>;
  securityContext: Record<string, unknown>;
  startupProbe: Probe;
  livenessProbe: Probe;
  readinessProbe: Probe;
  volumeMounts: { name: string; mountPath: string }[];
};
type Probe = { httpGet: { path: string; port: string } };
type Pod = {
  automountServiceAccountToken: boolean;
  terminationGracePeriodSeconds: number;
  securityContext: Record<string, unknown>;
  containers: Container[];
  volumes: { name: string }[];
};

const text = readFileSync(join(import.meta.dirname, '../../deploy/kubernetes.yaml'), 'utf8');
const documents = parseAllDocuments(text).map((document) => document.toJS() as Kind);
const find = <T>(kind: string) => documents.find((one) => one.kind === kind) as unknown as T;
const deployment = find<{ spec: { replicas: number; template: { spec: Pod } } }>('Deployment');
const pod = deployment.spec.template.spec;
const [container = {} as Container] = pod.containers;

/** Remembers what was looked at: a field that its schema never asks for is one Kubernetes does not know. */
function watched(value: unknown, path: string, seen: Set<string>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get(target, name) {
      const part = Reflect.get(target, name);
      if (typeof name === 'symbol' || !Object.hasOwn(target, name)) return part;
      seen.add(`${path}/${name}`);
      return watched(part, `${path}/${name}`, seen);
    },
  });
}
const paths = (value: unknown, path: string): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, part]) => [`${path}/${name}`, ...paths(part, `${path}/${name}`)])
    : [];

async function problems(document: Kind): Promise<string[]> {
  const [group, version] = document.apiVersion.includes('/')
    ? document.apiVersion.split('/')
    : ['core', document.apiVersion];
  const of = (word = '') => word.replace(/^./, (letter) => letter.toUpperCase());
  const schemaGroup = group === 'networking.k8s.io' ? 'Networking' : of(group);
  const file = `kubernetes-models/_schemas/IoK8sApi${schemaGroup}${of(version)}${document.kind}`;
  const { validate } = (await import(file)) as {
    validate: { (data: unknown): boolean; errors?: { instancePath: string; keyword: string }[] };
  };
  const seen = new Set<string>();
  const isValid = validate(watched(document, '', seen));
  const wrong = isValid ? [] : (validate.errors ?? []).map((one) => `${one.instancePath} ${one.keyword}`);
  return [
    ...wrong,
    ...paths(document, '')
      .filter((path) => !seen.has(path))
      .map((path) => `${path} is unknown`),
  ];
}

describe('the manifest', () => {
  it.each(documents.map((one) => [one.kind, one] as const))(
    '%s fits its schema, without unknown fields',
    async (_, document) => {
      expect(await problems(document)).toEqual([]);
    },
  );

  it('is really checked', async () => {
    const broken = structuredClone(find<Kind & { spec: Record<string, unknown> }>('Deployment'));
    broken.spec.replicas = 'two';
    broken.spec.replcas = 2;
    expect(await problems(broken)).toEqual(expect.arrayContaining(['/spec/replicas type', '/spec/replcas is unknown']));
  });

  it('names everything alike, and selects what it means', () => {
    for (const one of documents) {
      expect(one.metadata.labels?.['app.kubernetes.io/name']).toBe('triage-bot');
      if (one.kind !== 'Namespace') expect(one.metadata.namespace).toBe('triage');
    }
  });
});

describe('the pod', () => {
  it('is not root, changes nothing of its image, and has no rights', () => {
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(pod.automountServiceAccountToken).toBe(false);
    expect(container.volumeMounts.map((one) => one.name).sort()).toEqual(pod.volumes.map((one) => one.name).sort());
    expect(JSON.stringify(documents)).not.toMatch(/hostPath|hostNetwork|hostPID|privileged/);
  });

  it('asks for and is held to memory and processor', () => {
    for (const kind of ['requests', 'limits'] as const) {
      expect(container.resources[kind].cpu).toBeTruthy();
      expect(container.resources[kind].memory).toMatch(/^\d+[MG]i$/);
    }
  });

  it('has all three probes on the addresses the server answers', () => {
    expect(container.startupProbe.httpGet).toEqual({ path: '/healthz', port: 'http' });
    expect(container.livenessProbe.httpGet).toEqual({ path: '/healthz', port: 'http' });
    expect(container.readinessProbe.httpGet).toEqual({ path: '/readyz', port: 'http' });
    expect(container.ports[0]?.containerPort).toBe(readSettings({}).PORT);
  });

  it('leaves turns the time to finish', () => {
    const server = readFileSync(join(import.meta.dirname, '../../src/bot/server.ts'), 'utf8');
    const leaveMs = Number(/LEAVE_MS = ([\d_]+)/.exec(server)?.[1]?.replaceAll('_', ''));
    expect(pod.terminationGracePeriodSeconds * 1000).toBeGreaterThan(leaveMs + 5000);
  });

  it('has a tag, and settings that exist', () => {
    expect(container.image).toMatch(/:\d+\.\d+\.\d+(@sha256:[0-9a-f]{64})?$/);
    const { data } = find<{ data: Record<string, string> }>('ConfigMap');
    const credentials = { MicrosoftAppId: APP_ID, MicrosoftAppTenantId: APP_ID, MicrosoftAppPassword: 'x' };
    expect(() => readSettings({ ...data, ...credentials })).not.toThrow();
    const known = settingsTable().map((one) => one.name);
    for (const [, name] of text.matchAll(/--from-literal=(\w+)=/g)) expect(known).toContain(name);
  });

  it('is reached by Teams at one address alone', () => {
    const ingress = find<{
      spec: { rules: { http: { paths: { path: string; pathType: string }[] } }[]; tls: unknown[] };
    }>('Ingress');
    expect(ingress.spec.rules.flatMap((rule) => rule.http.paths)).toMatchObject([
      { path: '/api/messages', pathType: 'Exact' },
    ]);
    expect(ingress.spec.tls).toHaveLength(1);
  });
});

describe('the image', () => {
  const dockerfile = readFileSync(join(import.meta.dirname, '../../Dockerfile'), 'utf8');
  it('runs the one file as nobody special, and gets the stop signal itself', () => {
    expect(dockerfile).toMatch(/^USER 1000:1000$/m);
    expect(dockerfile).toMatch(/^ENTRYPOINT \["node"/m);
    expect(dockerfile.match(/^FROM node:(\d+)/gm)).toEqual(['FROM node:24', 'FROM node:24']);
    expect(dockerfile).not.toMatch(/ADD |curl|wget|--allow-scripts/);
  });

  it('takes along neither data nor secrets', () => {
    const ignored = readFileSync(join(import.meta.dirname, '../../.dockerignore'), 'utf8').split('\n');
    for (const name of ['.git', 'node_modules', 'data', 'build']) expect(ignored).toContain(name);
  });
});
