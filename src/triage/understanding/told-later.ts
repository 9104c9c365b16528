/**
 * Whether a message that follows the opening says anew what is at fault, as opposed to answering a question: it takes something back,
 * names a culprit, tells what was changed, or what happened when something was taken away.
 */

const CHARS_MAX = 2_000;

const WHO =
  '(?:we|i|he|she|they|you|it|somebody|someone|(?:my |our |a |the )?(?:colleagues?|team|admins?|guys?|customer|vendor|partner|network(?:ing)? people))';

const PATTERNS: readonly RegExp[] = [
  // Taken back, or found out.
  /\b(?:sorry|oops|correction|actually|in fact|i was wrong|we were wrong|my mistake|turns? out|turned out|after all|found (?:it|out|the)|forgot to|should have|did(?: not|n't) (?:say|tell|mention)|just (?:learned|learnt|heard|found|saw)|by the way|btw|update\b|news|real problem|the truth is|i meant?|not what i|(?:my|the) (?:question|problem|point|issue) (?:is|was)|to be (?:precise|exact|correct))/,
  // "It is not the F5", "not Velero", "the F5 is not involved".
  /\b(?:is|are|was|were)(?: not|n't)\b|\bnot (?:the|our|an?|because of|due to)\b|\bnothing to do with\b|\binnocent\b|\bruled out\b/,
  // "It is the nginx that we installed", "the reason was our DaemonSet".
  /\b(?:it|that|this|these|they|which|(?:the )?(?:reason|cause|culprit|problem|issue|one|thing))(?: is|'s| was| are| were| seems to be| must be| turned out to be) (?:the|an?|our|my|your|in|from|because|caused|due|\p{L}+ (?:enterprise|pro|plus))/u,
  /\b(?:because of|caused by|due to|comes? from|came from|the fault of|to blame)\b/,
  // What somebody changed, put in, or has in use.
  new RegExp(
    String.raw`\b${WHO} (?:(?:have|has|had|did|just|also|already|then|all|now) )*(?:switch\w*|swap\w*|replac\w*|install\w*|enabl\w*|activat\w*|put|set|add\w*|chang\w*|mov\w*|migrat\w*|deploy\w*|remov\w*|uninstall\w*|disabl\w*|took|take|bypass\w*|rout\w*|run|runs|use|uses|ran|used|turn\w*|roll\w*|configur\w*|built|wrote)\b`,
  ),
  // What others found.
  /\b(?:says?|said|thinks?|believes?|claims?|suspects?|blames?|shows?|proves?|confirm\w*) (?:that )?(?:it|its|the|our|an?|this|that)\b/,
  // What happened with and without it.
  /\b(?:without|bypass\w*|around (?:it|the)|out of the (?:path|way)|taken (?:out|off)|took out|(?:is|are) gone (?:now|from)|unplugged|uninstalled|removed|back in|if we (?:stop|remove|disable|switch)|when we (?:stop|remove|disable|switch))\b/,
  // "Kafka is fine now, but the nodes …".
  /\b(?:but|instead|rather)\b/,
];

/** One word or two are answers; what is told anew takes a sentence. */
const WORDS_MIN = 4;

export function namesAnew(message: string): boolean {
  const line = message.slice(0, CHARS_MAX).toLowerCase().replaceAll('’', "'");
  if (line.split(/\s+/).length < WORDS_MIN) return false;
  return PATTERNS.some((pattern) => pattern.test(line));
}
