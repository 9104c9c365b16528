import { describe, expect, it } from 'vitest';
import { errorSignatures, isTelling, signatureWords } from '../../src/text/signatures.ts';

describe('signatureWords', () => {
  it.each([
    ['paths keep their last part', 'open C:\\Users\\jdoe\\.kube\\config: The system', 'open * config the system'],
    [
      'GUIDs, addresses and numbers are wildcards',
      'dial tcp 10.1.2.3:6443 id 154f2102-734b-4631-be78-0d802ce9cf71 after 9 attempts',
      'dial tcp * id * after * attempts',
    ],
    ['versions are wildcards', 'Kubernetes version 1.33.5 is not ready', 'kubernetes version * is not ready'],
    [
      'also where they are written as a pattern',
      'Kubernetes version 1.xx.y is not ready',
      'kubernetes version * is not ready',
    ],
    [
      'quotes and white space mean nothing',
      'Location  ‘MocLocation’ doesn’t\nexpose',
      'location moclocation doesnt expose',
    ],
    [
      'placeholders and ellipses are wildcards',
      'remoting to <host> was ... successful',
      'remoting to * was * successful',
    ],
  ])('%s', (_name, text, words) => {
    expect(signatureWords(text).join(' ')).toBe(words);
  });
});

describe('errorSignatures', () => {
  it('takes errors without what stands before them on a log line', () => {
    expect(
      errorSignatures('2026-11-20T07:14:09Z ERROR failed to renew lease kube-system/plndr-cp-lock: timed out waiting'),
    ).toEqual(['failed to renew lease kube-system/plndr-cp-lock timed out waiting']);
  });
  it('gives the same for the same fault on another machine', () => {
    const [a] = errorSignatures('Error: cannot mount /dev/sdc on node moc-l0a7 at 10.0.0.4');
    expect(a).toBeDefined();
    expect(errorSignatures('error: cannot mount /dev/sdc on node moc-l0a7 at 10.9.9.9')).toEqual([a]);
  });
  it('takes no line without an error, and no error without words of its own', () => {
    expect(errorSignatures('all pods are running\nerror: failed')).toEqual([]);
  });
});

describe('isTelling', () => {
  it.each([
    'DNSResolutionError',
    'AzStackHci_ARBStack_ARBIsLocked',
    '0x80070005',
    'Nodes have not reached active state',
  ])('%s is', (text) => {
    expect(isTelling(text)).toBe(true);
  });
  it.each(['Install-AksHci', 'proxy', 'kubectl get pods', '-vlanID', 'New-AksHciCluster -name x'])(
    '%s is not',
    (text) => {
      expect(isTelling(text)).toBe(false);
    },
  );
});
