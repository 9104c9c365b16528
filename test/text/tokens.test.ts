import { describe, expect, it } from 'vitest';
import { sections } from '../../src/text/sections.ts';
import { searchTokens } from '../../src/text/tokens.ts';

describe('searchTokens', () => {
  it.each([
    ['keeps a cmdlet whole and in parts', 'Install-AksHci', ['=install-akshci', 'instal', 'aks', 'hci']],
    ['splits CamelCase', 'MachinesSpecUpToDate', ['=machinesspecuptodate', 'machin', 'spec', 'date']],
    ['keeps versions, and their minor', 'v1.24.6', ['=1.24.6', '=1.24']],
    ['keeps a two-part version once', '1.24', ['=1.24']],
    ['keeps result codes', 'failed with 0x80070005', ['fail', '=0x80070005']],
    ['drops addresses in memory', 'at 0x7ffde012', []],
    ['drops GUIDs', 'ca-154f2102 154f2102-734b-4631-be78-0d802ce9cf71', ['=ca-154f2102', 'ca']],
    ['drops long hex', 'deadbeefdeadbeef0123', []],
    ['drops times', '2026-11-20 10:44:02', []],
    [
      'takes the host and path of an address',
      'https://msk8s.api.cdp.microsoft.com/a/Bcd?x=1',
      ['=msk8s.api.cdp.microsoft.com', 'bcd'],
    ],
    ['makes a plural acronym singular', 'VMs and VM', ['vm', 'vm']],
    ['drops stop words and punctuation', 'the (cluster), and so on: down!', ['cluster']],
    ['reads other scripts', 'Knoten läuft nicht', ['knoten', 'läuft', 'nicht']],
    ['gives nothing for nothing', ' \n', []],
  ])('%s', (_name, text, tokens) => {
    expect(searchTokens(text)).toEqual(tokens);
  });
});

describe('sections', () => {
  it('tells fenced blocks, stacks and log lines from prose, and drops the form', () => {
    const { prose, code } = sections(
      [
        '<!-- please fill in -->',
        '**Describe the bug**',
        'The install hangs.',
        '```',
        'VERBOSE: waiting',
        '```',
        'E1119 22:10:47.031 12 proxier.go:1265] boom',
        '   at System.Foo.Bar(String x)',
        '- first I did this',
        '![image](https://x/y.png)',
      ].join('\n'),
    );
    expect(
      prose
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ).toEqual(['The install hangs.', '- first I did this']);
    expect(code).toContain('VERBOSE: waiting');
    expect(code).toContain('boom');
    expect(code).toContain('System.Foo.Bar');
  });

  it('reads JIRA and Trac blocks, and a fence that is never closed', () => {
    expect(sections('{code:java}int x;{code} text').code).toContain('int x;');
    expect(sections('{{{\nkubectl\n}}}').code).toContain('kubectl');
    expect(sections('see\n```\nrest of the log').code).toContain('rest of the log');
  });
});
