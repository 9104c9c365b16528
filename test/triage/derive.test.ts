import { describe, expect, it } from 'vitest';
import { readYaml } from '../../knowledge/load.ts';
import { AksReleases, Hosts, KubernetesMinors } from '../../knowledge/schema.ts';
import type { Fact, Facts } from '../../src/model/facts.ts';
import { daysBetween, plusDays, plusMonths } from '../../src/triage/days.ts';
import { derive } from '../../src/triage/derive.ts';
import { plainFacts } from '../../src/triage/plain-facts.ts';

const tables = {
  kubernetes: readYaml('versions/kubernetes.yaml', KubernetesMinors),
  releases: readYaml('versions/aks-releases.yaml', AksReleases),
  hosts: readYaml('versions/hosts.yaml', Hosts),
};
const TODAY = '2026-11-20';
const derived = (values: Record<string, unknown>, today = TODAY): Facts =>
  derive(plainFacts(values), tables, today).facts;

describe('what the tables and the calendar add', () => {
  it.each([
    ['1.33.5', 'supported'],
    ['1.30.9', 'deprecated'],
    ['1.25.6', 'removed'],
    ['1.12.0', 'removed'],
    ['1.32.9', undefined],
    ['1.35.0', undefined],
  ])('reads the status of %s as %s', (k8sVersion, status) => {
    expect(derived({ k8sVersion }).k8sMinorStatus?.value).toBe(status);
  });

  it('keeps a minor supported until its announced end', () => {
    expect(derived({ k8sVersion: '1.28.5' }, '2025-08-31').k8sMinorStatus?.value).toBe('supported');
    expect(derived({ k8sVersion: '1.28.5' }, '2025-09-01').k8sMinorStatus?.value).toBe('deprecated');
  });

  it('takes the version clock of a new cluster from the version chosen for it, where the table knows it as supported', () => {
    expect(derived({ requestedK8sVersion: '1.33.5' }).k8sMinorStatus?.value).toBe('supported');
    expect(derived({ requestedK8sVersion: '1.29.4' }).k8sMinorStatus).toBeUndefined();
    expect(derived({ requestedK8sVersion: '1.33.5', k8sVersion: '1.30.9' }).k8sMinorStatus?.value).toBe('deprecated');
  });

  it('believes a person about a minor the table does not know today', () => {
    expect(derived({ k8sVersion: '1.32.9', k8sMinorStatus: 'supported' }).k8sMinorStatus).toMatchObject({
      value: 'supported',
      source: 'typed',
    });
  });

  it('does not believe that a minor is supported which the table knows to be out, and shows both', () => {
    const { facts, conflicts } = derive(
      plainFacts({ k8sVersion: '1.28.5', k8sMinorStatus: 'supported' }),
      tables,
      TODAY,
    );
    expect(facts.k8sMinorStatus?.value).toBe('deprecated');
    expect(conflicts).toMatchObject([{ fact: 'k8sMinorStatus', used: 'deprecated', other: 'supported' }]);
  });

  it('leaves the one-year arithmetic alone where the list itself is open', () => {
    expect(derived({ k8sVersion: '1.32.9' }).k8sMinorReleasedOn).toBeUndefined();
    expect(derived({ k8sVersion: '1.25.6' }).k8sMinorReleasedOn?.value).toBe('2024-02-08');
  });

  it('does not judge a guessed version', () => {
    const facts: Facts = {
      k8sVersion: { ...(plainFacts({ k8sVersion: '1.28' }).k8sVersion as Fact<'k8sVersion'>), approx: true },
    };
    expect(derive(facts, tables, TODAY).facts.k8sMinorStatus).toBeUndefined();
  });

  it.each([
    [{ hostOs: 'azure-stack-hci', hostOsVersion: '22H2' }, false],
    [{ hostOs: 'windows-server', hostOsVersion: '2022' }, true],
    [{ hostOs: 'windows-server', hostOsVersion: '2016' }, false],
    [{ hostOs: 'windows-server', hostOsVersion: '2025' }, undefined],
    [{ hostOs: 'azure-local', azureLocalRelease: '2607' }, true],
    [{ hostOs: 'azure-local', azureLocalRelease: '2605' }, undefined],
    [{ hostOs: 'azure-local', azureLocalRelease: '2604' }, false],
    [{ hostOs: 'azure-local', azureLocalRelease: '12.2607.1001.4' }, true],
    [{ hostOs: 'azure-local', azureLocalRelease: '11.2510.1002.87' }, false],
    [{ hostOs: 'azure-local', hostOsVersion: '24H2' }, undefined],
    [{ product: 'aks-arc-ws', hostOsVersion: '2019' }, true],
    [{ hostOsSupported: false, hostOs: 'windows-server', hostOsVersion: '2022' }, false],
  ])('%o: host supported %s', (values, supported) => {
    expect(derived(values).hostOsSupported?.value).toBe(supported);
  });

  it('counts Azure Local releases from the day they were published', () => {
    expect(derived({ hostOs: 'azure-local', azureLocalRelease: '2508' }, '2026-02-28').hostOsSupported?.value).toBe(
      true,
    );
    expect(derived({ hostOs: 'azure-local', azureLocalRelease: '2508' }, '2026-03-01').hostOsSupported?.value).toBe(
      false,
    );
  });

  it('sees one fact in a date and in its days', () => {
    expect(derived({ stoppedSince: '2026-10-17' }).stoppedDays?.value).toBe(34);
    expect(derived({ stoppedDays: 34 }).stoppedSince?.value).toBe('2026-10-17');
    expect(derived({ lastAzureSync: '2026-11-08' }).lastAzureSyncDays?.value).toBe(12);
  });

  it('does not date a stop that is over', () => {
    expect(derived({ stoppedDays: 40, clusterRunState: 'running' }).stoppedSince).toBeUndefined();
  });

  it('counts releases behind where the table alone decides', () => {
    expect(derived({ aksRelease: '1.0.13.10907' }).aksReleasesBehind?.value).toBeGreaterThan(3);
    expect(derived({ aksRelease: '1.2.0.11008' }).aksReleasesBehind).toBeUndefined();
    expect(derived({ aksRelease: '9.9.9.10101' }).aksReleasesBehind).toBeUndefined();
    expect(derived({ aksRelease: '1.0.13.10907', aksReleasesBehind: 1 }).aksReleasesBehind?.value).toBe(1);
  });
});

describe('calendar days', () => {
  it('counts across a change of the clock and a leap day', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(plusDays('2026-12-31', 1)).toBe('2027-01-01');
  });
  it('ends at the last day of a shorter month', () => {
    expect(plusMonths('2025-08-31', 6)).toBe('2026-02-28');
    expect(plusMonths('2026-11-20', -1)).toBe('2026-10-20');
  });
});
