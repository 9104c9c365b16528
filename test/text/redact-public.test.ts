import { describe, expect, it } from 'vitest';
import { type Known, type Pseudonyms, redact } from '../../src/text/redact.ts';

const SUB = '0f8fad5b-d9cb-469f-a165-70867728950e';
const OTHER = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

const publicText = (text: string): string => redact(text, 'public').text;

describe('redact, public profile', () => {
  it.each([
    [`--subscription ${SUB}`, '--subscription <sub-1>'],
    [`correlation id ${OTHER}`, 'correlation id <guid-1>'],
    [`TenantId : ${OTHER}`, 'TenantId : <tenant-1>'],
    [
      `/subscriptions/${SUB}/resourceGroups/rg-edge/providers/Microsoft.Kubernetes/connectedClusters/plant-07`,
      '/subscriptions/<sub-1>/resourceGroups/<group-1>/providers/Microsoft.Kubernetes/connectedClusters/<resource-1>',
    ],
    ['dial tcp 10.44.8.20:6443: i/o timeout', 'dial tcp <ip-1>:6443: i/o timeout'],
    ['pool 172.16.0.100-172.16.0.200', 'pool <ip-1>-<ip-2>'],
    ['fe80::1ff:fe23:4567:890a%eth0 is up', '<ip-1> is up'],
    ['MAC 00-15-5D-0A-1B-2C', 'MAC <mac-1>'],
    ['mail jane.doe@contoso.com now', 'mail <mail-1> now'],
    ['C:\\Users\\jdoe\\.wssd\\kva.log', 'C:\\Users\\<user-1>\\.wssd\\kva.log'],
    ['C:\\Users\\Jane Doe\\Desktop', 'C:\\Users\\<user-1>\\Desktop'],
    ['/home/jdoe/.kube/config', '/home/<user-1>/.kube/config'],
    ['run as CONTOSO\\jdoe', 'run as <user-1>'],
    ['logged on as contoso\\jdoe today', 'logged on as <user-1> today'],
    ['lookup hci01.contoso.local: no such host', 'lookup <host-1>: no such host'],
    ['\\\\filesrv\\share\\logs', '\\\\<host-1>\\share\\logs'],
    ['Enter-PSSession -ComputerName hciA', 'Enter-PSSession -ComputerName <host-1>'],
    ['[NODE7]: PS C:\\>', '[<host-1>]: PS C:\\>'],
    ['pull from contosoacr.azurecr.io/app:1.2', 'pull from <host-1>.azurecr.io/app:1.2'],
    ['az aksarc show --name plant-07 -g rg-x', 'az aksarc show --name <resource-1> -g <group-1>'],
    ['Update-AksHciCluster -name plant-07 -x', 'Update-AksHciCluster -name <resource-1> -x'],
    ['Name   State Type\nedge1  Up    Node', 'Name   State Type\n<host-1>  Up    Node'],
    ['call me +49 89 1234567', 'call me <phone-1>'],
    ['it fails\n\nKind regards,\nJane Doe', 'it fails\n\nKind regards,\n<person-1>'],
  ])('renames %s', (text, expected) => {
    expect(publicText(text)).toBe(expected);
  });

  it.each([
    'AKS release 1.0.24.11029, AksHci 1.1.70.0, Moc 1.2.33.17, version 10.2.3.4, v0.2.31.1, Azure Local 12.2510.1002.94',
    'kernel 6.6.96.1-1.azl3, 5.15.182.1-microsoft-standard',
    'services 10.96.0.0/12, pods 10.244.0.0/16, listens on 0.0.0.0:443 and 127.0.0.1',
    'mcr.microsoft.com/oss/kubernetes/coredns:v1.11.3 from https://management.azure.com',
    'clusters.cluster.x-k8s.io and infrastructure.contoso.io/v1beta1, app.kubernetes.io/name',
    'coredns-6f98d8bdbd-9x2lq   0/1   CrashLoopBackOff   41 (3m12s ago)   19d',
    'Common.psm1:4312, System.Net.Http.HttpClient, kva.log, cloudconfig.yaml, main.go:123, e.g. this',
    'NT AUTHORITY\\SYSTEM, BUILTIN\\Administrators, HKLM:\\SOFTWARE\\Microsoft, C:\\Users\\Administrator\\x',
    '$env:UserProfile\\.wssd\\kvactl and C:\\Program Files\\AksHci\\bin',
    '2026-11-20T07:14:09.123Z took 12:30:45, ratio 1:2:3',
    'sha256:a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90',
    'moc-l0v5u9n0q2i NotReady, Windows Server 2022, HCI 22H2, KB5034441, CVE-2024-21626',
    'Firefox 2.0.0.11, jackson 2.9.10.8, gcc -g SDL/x.c',
    'az aksarc show --name $name; az login -n; Get-AksHciCluster -name $n',
    'Updated to 2.3.0.0? No: module 1.2.0.0',
    'disk.csi.akshci.com, nvidia.com/gpu: 2, gpu.nvidia.com',
    '00000000-0000-0000-0000-000000000000',
  ])('leaves alone: %s', (text) => {
    expect(redact(text, 'public')).toEqual({ text, masked: [], renamed: [] });
  });

  it('gives one thing one name, over several texts of a record, and different things different names', () => {
    const pseudonyms: Pseudonyms = new Map();
    const first = redact(`subscription ${SUB} on hci01.contoso.local (10.0.0.5), other ${OTHER}`, 'public', {
      pseudonyms,
    }).text;
    const second = redact(`HCI01 and 10.0.0.6 and 10.0.0.5, subscription ${SUB.toUpperCase()}`, 'public', {
      pseudonyms,
    }).text;
    expect(first).toBe('subscription <sub-1> on <host-1> (<ip-1>), other <guid-1>');
    expect(second).toBe('<host-1> and <ip-2> and <ip-1>, subscription <sub-1>');
  });

  it('keeps the better name where an id is once called a subscription', () => {
    expect(publicText(`id ${SUB}; /subscriptions/${SUB}/x`)).toBe('id <sub-1>; /subscriptions/<sub-1>/x');
  });

  it('renames words it is told, and repeats of names that a context gave away', () => {
    const known: Known[] = [
      { kind: 'person', value: 'Jane Doe' },
      { kind: 'cluster', value: 'plant-07' },
    ];
    expect(redact('jane doe says plant-07-md-0 of plant-07 is down', 'public', { known }).text).toBe(
      '<person-1> says <cluster-1>-md-0 of <cluster-1> is down',
    );
    expect(publicText('-ComputerName edge7 fails; edge7 answers ping')).toBe(
      '-ComputerName <host-1> fails; <host-1> answers ping',
    );
  });

  it('does not take the first word of a public name for a secret of its own', () => {
    expect(publicText('docs.contoso.com says: read the docs')).toBe('<host-1> says: read the docs');
  });

  it('counts by kind', () => {
    expect(redact('10.0.0.1 10.0.0.2 a@contoso.com', 'public').renamed).toEqual([
      { kind: 'address', count: 2 },
      { kind: 'mail address', count: 1 },
    ]);
  });
});
