import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainText } from '../../src/text/clean.ts';

it.each([
  ['<p>one</p><p>two</p>', 'one\ntwo\n'],
  ['one<br>two<br/>three', 'one\ntwo\nthree'],
  ['<div>a&nbsp;b &lt;none&gt; &amp;&amp; c</div>', 'a b <none> && c\n'],
  ['EXTERNAL-IP <pending> <none>', 'EXTERNAL-IP <pending> <none>'],
  ['<at>Triage bot</at> help', '  help'],
  ['<table><tr><td>a</td><td>b</td></tr></table>', 'a  b  \n\n'],
  ['“smart” ‘quotes’ – and — dashes…', '"smart" \'quotes\' - and - dashes...'],
  ['hard\u00a0blank, zero\u200bwidth, \ufeffmark', 'hard blank, zerowidth, mark'],
  ['a\r\nb\rc', 'a\nb\nc'],
  ['caf&#233; &#x2713;', 'café ✓'],
  ['&amp;lt;', '&lt;'],
  ['x < y && y > z', 'x < y && y > z'],
  ['moc-l1 \u001b[32;1mReady\u001b[0m', 'moc-l1 Ready'],
  ['moc-l1 [32mReady[0m, [1;31mlost[0m', 'moc-l1 Ready, lost'],
  ['rate(errors[5m]) of [30m] and 5 [m]', 'rate(errors[5m]) of [30m] and 5 [m]'],
  ['', ''],
])('cleans %j', (input, expected) => {
  expect(plainText(input)).toBe(expected);
});

it('keeps what it cannot decode', () => {
  expect(plainText('&nosuch; &#0; &#xd800;')).toBe('&nosuch; &#0; &#xd800;');
});

it('never throws and leaves no control characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is the promise.
      expect(plainText(text)).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\ufeff]/);
    }),
  );
});
