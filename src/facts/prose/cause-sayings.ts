/** Whose fault it was, and which CNI the cluster came with, as people say it; folded. */
import { WEIGHT } from '../found.ts';
import type { Saying } from './sayings.ts';

const DOUBT =
  /\b(?:might|may be|maybe|could be|not sure|possibly|suspect\w*|probably|i think|i guess|looks like|smells|sounds like)\b/;
const FAULT = '(?:mistake|fault|error|bad|misconfiguration|doing|problem)';

const CNIS = ['calico', 'flannel', 'cilium'] as const;
const cniSayings: Saying[] = CNIS.map((cni) => ({
  fact: 'cni',
  value: cni,
  near: [cni],
  re: new RegExp(
    [
      `\\b(?:cni|network plugin)\\b[^.;\\n]{0,24}[:=]\\s?${cni}\\b`,
      `(?<=^\\s{0,4})${cni} here\\b`,
      `\\b${cni}\\b,? (?:which |that )?(?:came|comes|shipped|was delivered|delivered) (?:with|by)\\b`,
      `\\b(?:default|delivered|standard) (?:cni |network plugin )?(?:is )?${cni}\\b`,
    ].join('|'),
    'g',
  ),
  unless: /\b(?:replaced|instead of|switched from|no longer)\b/,
}));

export const CAUSE_SAYINGS: readonly Saying[] = [
  {
    fact: 'rootCause',
    value: 'customer',
    near: ['our', 'us', 'my', 'self'],
    weight: WEIGHT.said,
    re: new RegExp(
      [
        `\\b(?:our|my) (?:own )?(?:mistake|fault|bad|misconfiguration)\\b`,
        `\\b(?:root cause|cause|problem|culprit|reason|issue|fault|error)(?: found| known| is clear)?(?: was|:| is)+ (?:on our side|our own|ours?\\b,?|us\\b|my own|a ${FAULT} of ours)`,
        '\\bturned out (?:it was|to be|that it was) (?:us|our|ours|my own|me)\\b',
        '\\b(?:it was|that was) (?:us|our own \\w+|our fault|our mistake)\\b',
        '\\bself-?inflicted\\b',
      ].join('|'),
      'g',
    ),
    unless: DOUBT,
  },
  {
    fact: 'rootCause',
    value: 'microsoft',
    near: ['confirmed', 'acknowledged', 'admitted'],
    weight: WEIGHT.said,
    re: /\b(?:confirmed|acknowledged|admitted)\b[^.;!?]{0,90}\b(?:microsoft|product|ms|your) (?:bug|defect|regression|fault)\b|\b(?:microsoft|product|ms) (?:bug|defect|regression)\b[^.;!?]{0,40}\b(?:confirmed|acknowledged|admitted) by (?:microsoft|your|ms|support)\b/g,
    unless: DOUBT,
  },
  {
    fact: 'featureStage',
    value: 'ms-public-preview',
    near: ['preview'],
    re: /\b(?:we|i) (?:use|are using|enabled|run|try|are trying|test|are testing|joined|turned on) (?:the |a )?(?:[\w-]+ ){1,3}preview\b|--enable-preview\b/g,
    unless: /\b(?:private|no longer|not|never|print|link|image) /,
  },
  ...cniSayings,
];
