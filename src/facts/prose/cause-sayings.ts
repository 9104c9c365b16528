/** Whose fault it was, and which CNI the cluster came with, as people say it; folded. */
import { WEIGHT } from '../found.ts';
import type { Saying } from './sayings.ts';

const DOUBT =
  /\b(?:might|may be|maybe|could be|not sure|possibly|suspect\w*|probably|i think|i guess|looks like|smells|sounds like|vermutlich|vielleicht|wahrscheinlich|wohl|konnte|eventuell|peut-etre|sans doute|probablement|quizas|tal vez|probablemente|a lo mejor|forse|probabilmente|misschien|waarschijnlijk|mogelijk)\b/;
const FAULT = '(?:mistake|fault|error|bad|misconfiguration|doing|problem)';

/** Words of the same statement that deny nothing. */
const STATED = '(?:(?!\\b(?:nicht|kein\\w*|pas|no|non|niet|geen)\\b)[^.;:])';
/** "Die Ursache liegt bei uns", "c'est notre faute". A bare "notre erreur" is a message. */
const OURS_ABROAD = [
  '\\b(?:\\w*fehler|versehen) unsererseits\\b',
  '\\bwir haben uns (?:vertippt|vertan|geirrt|verkonfiguriert)\\b',
  '\\bnous nous sommes trompes\\b',
  '\\bnos (?:equivocamos|hemos equivocado)\\b',
  '\\babbiamo sbagliato\\b',
  '\\b(?:wij|we) hebben (?:zelf )?een (?:\\w*fout|vergissing) gemaakt\\b',
  `\\b(?:ursache|grund|fehler|schuld)\\b${STATED}{0,36}\\b(?:liegt|lag|ist|war) (?:(?!nicht)\\w+ )?(?:(?:bei|an) uns|auf unserer seite|hausgemacht)\\b(?! vor\\b)`,
  '\\b(?:war|ist) (?:(?!nicht)\\w+ )?(?:unser (?:eigener )?fehler|unsere (?:eigene )?schuld|unsere eigene \\w+)\\b',
  '\\bwir (?:(?:selbst|selber) haben|haben (?:\\w+ )?(?:selbst|selber|uns))\\b[^.;]{0,40}\\b(?:falsch\\w*|vertippt|verkonfiguriert|kaputt ?gemacht|geloscht|blockiert|vergessen)\\b',
  `\\b(?:cause|erreur|faute|probleme)\\b${STATED}{0,30}\\b(?:vient|venait|est|etait|se trouve) (?:bien )?(?:de (?:notre cote|chez nous|notre part|nous)|(?:chez|a) nous(?=\\s*(?:$|[.,;:!)]))|la notre)\\b`,
  "\\bc'(?:est|etait) (?:bien )?(?:de )?notre (?:propre )?(?:faute|erreur)\\b",
  `\\b(?:causa|error|culpa|fallo)\\b${STATED}{0,24}\\b(?:es|fue|era|esta) (?:nuestr[oa](?=\\s*(?:$|[.,;:!)]))|de nuestr[oa] (?:lado|parte)|en nuestro lado)\\b`,
  '\\b(?:fue|es|era) (?:nuestr[oa] (?:propi[oa] )?(?:error|culpa|fallo)|culpa nuestra|(?:un )?(?:error|fallo) nuestro)\\b',
  `\\b(?:causa|errore|colpa)\\b${STATED}{0,24}\\b(?:e|era|sta|stava) (?:nostr[oa](?=\\s*(?:$|[.,;:!)]))|da noi|dalla nostra parte|dal nostro lato)\\b`,
  '\\b(?:e|era|e stat[oa]) (?:un )?(?:nostr[oa] (?:errore|colpa)|(?:errore|colpa) nostr[oa])\\b',
  `\\b(?:oorzaak|fout|schuld)\\b${STATED}{0,30}\\b(?:ligt|lag|is|was|zit) (?:(?!niet)\\w+ )?(?:(?:bij|aan) ons|van ons|aan onze kant)\\b`,
  '\\b(?:is|was) (?:gewoon )?onze (?:eigen )?(?:fout|schuld)\\b',
];

const CNIS = ['calico', 'flannel', 'cilium'] as const;
const cniSayings: Saying[] = CNIS.map((cni) => ({
  fact: 'cni',
  value: cni,
  near: [cni],
  re: new RegExp(
    [
      `\\b(?:cni|network plugin)\\b[^.;\\n]{0,24}[:=]\\s?${cni}\\b`,
      `(?<=^\\s{0,4})${cni} here\\b`,
      `\\b${cni} (?:it is|is it|is what (?:we|our))\\b`,
      `\\b${cni}(?:'s)? (?:pods?|felix|nodes?|controllers?|daemonset|typha|agents?|operator)\\b`,
      `\\bnetwork polic(?:y|ies)(?: engine| provider| plugin)?\\s?(?:is|=|:)\\s?${cni}\\b`,
      `\\bnot (?:calico|flannel|cilium),? but ${cni}\\b`,
      `\\b(?:networking|cni|network plugin|pod network)(?: (?:is|was|=|runs on|uses|via|with|by))+ ${cni}\\b`,
      `\\b(?:replaced|switched|migrated|moved|changed)\\b[^.;]{0,30}\\b(?:by|to|with|for) ${cni}\\b`,
      `\\b${cni} (?:as|for) (?:the |our )?(?:cni|network(?:ing)?|pod network|network plugin)\\b`,
      `\\b${cni}\\b,? (?:which |that )?(?:came|comes|shipped|was delivered|delivered) (?:with|by)\\b`,
      `\\b(?:default|delivered|standard) (?:cni |network plugin )?(?:is )?${cni}\\b`,
    ].join('|'),
    'g',
  ),
  unless: new RegExp(
    `\\b(?:replaced|instead of|switched from|moved (?:away )?from|no longer|without) (?:the )?${cni}\\b|\\bif\\b`,
  ),
}));

export const CAUSE_SAYINGS: readonly Saying[] = [
  {
    fact: 'rootCause',
    value: 'customer',
    near: [
      'our',
      'us',
      'my',
      'self',
      'we',
      'wir',
      'wij',
      'nos ',
      'sbagliato',
      'i ',
      'uns',
      'nous',
      'notre',
      'nuestr',
      'nostr',
      'noi',
      'ons',
      'onze',
    ],
    weight: WEIGHT.said,
    re: new RegExp(
      [
        `\\b(?:our|my) (?:own )?(?:mistake|fault|bad|misconfiguration)\\b`,
        `\\b(?:root cause|cause|problem|culprit|reason|issue|fault|error)(?: found| known| is clear)?(?: was|:| is)+ (?:on our side|our own|ours?\\b,?|us\\b|my own|a ${FAULT} of ours)`,
        '\\bturned out (?:it was|to be|that it was) (?:us|our|ours|my own|me)\\b',
        '\\b(?:it was|that was) (?:us|our own (?!decision|idea|initiative|choice|wish|request)\\w+|our fault|our mistake)\\b',
        '\\b(?:found (?:it|the (?:cause|reason|culprit))|(?:root )?cause|culprit|reason)\\b[^.;]{0,12}[:,]? (?:that )?(?:we|i|our \\w+) (?:had |have )?(?:ourselves )?(?:misconfigur\\w+|mistyped|blocked|forgot\\w*|deleted|closed|broke\\w*|wrongly \\w+)\\b',
        '\\b(?:we|i) (?:had |have )?(?:typed|entered|set|configured|used|chosen|put)(?: in)? (?:the |an? )?wrong \\w+(?: \\w+)? (?:ourselves|myself|by mistake|by accident)\\b',
        '\\b(?:an? )?(?:typo|mistake|error|misconfiguration|slip|oversight) of (?:ours|mine)\\b',
        '\\b(?:we|i) broke it\\b',
        '\\bself-?inflicted\\b',
        ...OURS_ABROAD,
        "\\b(?:we|i|our \\w+(?: \\w+)?)\\b[^.;]{0,40}\\b(?:misconfigur\\w+|mistyped|broke|blocked|forgot\\w*|deleted|closed|wrongly|by mistake|typo|wrong)\\b[^.;]{0,40}\\b(?:that|which|this|it)(?: was|'s| is| had been)(?: it| all|(?: then)? the (?:root )?(?:cause|reason|culprit|problem))\\b",
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
    re: /\b(?:confirmed|acknowledged|admitted)\b[^.;!?]{0,70}\b(?:bug|defect|regression|fault|error) (?:is )?(?:in|of|on) (?:the |your |ms |own )*(?:product\b|microsoft's|microsoft\b|aks\b|moc\b|kva\b|azure (?:local|arc)|cloud ?agent|node ?agent)|\b(?:microsoft|ms|product group|pg)(?: support| engineers?| itself)? (?:has |have |had )?(?:confirmed|acknowledged|admitted)\b(?![^.;]*\b(?:upstream|kubernetes|kubelet|containerd|kernel|linux|etcd|coredns|our|us|we|customer)\b)[^.;!?]{0,60}\b(?:bug|defect|regression|fault|(?:their|its|microsoft's) (?:side|end))\b|\b(?:confirmed|acknowledged|admitted)\b[^.;!?]{0,90}\b(?:microsoft|product|ms|your) (?:bug|defect|regression|fault)\b|\b(?:microsoft|product|ms) (?:bug|defect|regression)\b[^.;!?]{0,40}\b(?:confirmed|acknowledged|admitted) by (?:microsoft|your|ms|support)\b/g,
    unless: DOUBT,
  },
  {
    fact: 'rootCause',
    value: 'microsoft',
    near: ['bestatigt', 'confirm', 'conferm', 'bevestig'],
    weight: WEIGHT.said,
    re: new RegExp(
      `\\b(?:microsoft|ms)\\b${STATED}{0,30}\\b(?:bestatigt\\w*|confirme|confirmado|confirmo|confermato|bevestigd)\\b[^.;!?]{0,40}\\b(?:fehler|bug|defaut|erreur|error|fallo|errore|difetto|fout)\\b[^.;]{0,16}\\b(?:im produkt|in (?:het product|aks|moc)|du produit|dans (?:le produit|aks)|del producto|en (?:el producto|aks)|del prodotto|nel prodotto)`,
      'g',
    ),
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
