/**
 * Every sentence the bot says. Functions take words that are already harmless (`quoted`, labels of ours): text messages are
 * Markdown, text blocks of cards too. A second language is a second object of this type.
 */

const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const en = {
  list,

  welcome: {
    title: 'Arc Triage: is my cluster problem supported?',
    value:
      'I read the errors and outputs you paste about AKS on Azure Local, AKS on Windows Server and AKS Arc, ask only what matters, and say what Microsoft’s published support policy says about it, with the rules to read. I link known issues and write the ticket for you.',
    how: 'Paste anything: an error, the output of a command, a sentence. Credentials are masked before anything is stored.',
    honest: 'I am a program, not a person, and not Microsoft: my verdict is a reading of the policy, never a promise.',
    example:
      'For example: “kubectl says connection refused on 6443 since this morning, AKS on Windows Server 2022, 1.33.5”',
    help: 'What I can do',
  },

  greeting:
    'Hello! Tell me what is wrong with your AKS Arc cluster, or paste the error or a command’s output. “help” shows what I can do.',
  sayOneOf: (choices: readonly string[]) => `Say: ${choices.join(' · ')}`,
  greetingAgain: 'Hello again!',

  problem: {
    title: 'What is wrong?',
    label: 'What did you do, and what does the error say?',
    placeholder: 'paste anything: an error, a command’s output, a sentence',
    start: 'Start',
  },

  help: {
    title: 'What you can say, at any point',
    lines: [
      ['the problem', 'in your words, with errors and outputs as they are'],
      ['answers', 'on the card or in words, several at once; “don’t know” is an answer'],
      ['a correction', '“sorry, it is 1.27”: the verdict is worked out again'],
      ['why / how', 'why I ask, and how to find it out'],
      ['facts / edit', 'what I have read, and where it stood'],
      ['verdict / issues', 'the verdict again, and known issues like yours'],
      ['ticket', 'the ticket text, ready to copy, and the ways to send it'],
      ['person', 'hand over to a person'],
      ['back, restart, cancel', 'nothing you typed is lost'],
    ] as [string, string][],
    more: 'In the compose box you can search known issues; “Triage this” in the menu of any message starts from a colleague’s words.',
  },

  empty: 'I can only read text, and there was none. Please paste the error message or the command’s output as text.',
  nonsense:
    'I could not find a cluster problem in that. Tell me in one line what you did and what the error says, for example “nodes stay NotReady after the upgrade to 1.33.5 on Azure Local”.',
  nonsenseAgain: 'I still do not understand, and that is my fault. Choose what fits, or talk to a person.',
  choices: {
    help: 'Help',
    person: 'Talk to a person',
    restart: 'Start over',
    verdict: 'Show the verdict',
    ticket: 'Ticket',
    newTriage: 'New problem',
    same: 'Part of this one',
    yes: 'Yes',
    no: 'No',
  },
  thanks: 'You are welcome. Tell me any time what is new, or what breaks next.',
  thanksIdle: 'You are welcome. Whenever something breaks, paste it here.',
  bye: 'All right. What you told me is kept; write any time and we go on.',
  wait: 'Take your time. The questions stay where they are, and answers in words are fine too.',
  goOnWithout: 'Then I go on without it; tell me any time you know more.',
  waitIdle: 'Take your time, and write when you are ready.',
  okVerdict: 'Say “ticket” for the ticket text, “edit” to correct a fact, or describe the next problem.',
  error: (reference: string) =>
    `Something went wrong on my side, and I am sorry. What you typed before is kept. Please try again in a minute; if it happens again, give this reference to whoever runs me: ${reference}`,
  storeDown:
    'I cannot reach my memory right now, so I have not taken that in. Please send it again in a minute; nothing you told me before is lost.',
  storeDownLater: 'I cannot reach my memory right now. I have kept your message and answer it as soon as I can.',
  stillWorking: 'This takes longer than usual. I am still on it, and the answer comes here as soon as I have it.',

  questions: {
    title: (count: number) => (count === 1 ? 'One question is left' : `${count} questions are left`),
    intro:
      'Only answers that can change the verdict are asked. Fill in what you know, or answer in words, one line each.',
    introOne: 'The answer can change the verdict. Use the card or just answer in words.',
    private: 'These I ask only you.',
    gates: 'Did any of this happen? Tick all that is true.',
    noGates: 'None of these happened',
    why: 'Why',
    how: 'How to find it',
    date: 'Leave it empty if you do not know the day; words such as “since 9 October” are fine in the chat.',
    unknown: 'I don’t know',
    send: 'Send answers',
    dontKnow: 'Don’t know any',
    correct: 'Correct a fact',
    placeholder: 'leave empty if you do not know',
    again: 'Back to the question:',
    summary: (labels: readonly string[]) => `I have a question about: ${labels.join('; ')}`,
  },

  facts: {
    title: 'What I have read',
    none: 'I have not read any facts yet. Paste an output such as “kubectl version” or “az aksarc show”, or tell me in words.',
    fact: 'Fact',
    value: 'Value and where it stood',
    from: {
      pasted: 'from the output',
      typed: 'from your words',
      answered: 'your answer',
      profile: 'from your profile',
      assumed: 'from a table',
    },
    approx: 'about',
    more: (count: number) => `and ${plural(count, 'more fact', 'more facts')}; say “facts” to see them`,
    conflict: (used: string, other: string) => `Two statements differ: I use “${used}”, you also said “${other}”.`,
    edit: 'Correct a fact',
    editTitle: 'Correct what I read wrongly',
    editIntro: 'Change what is wrong and leave the rest. The verdict is worked out again.',
    editOther: 'Anything else, in words',
    save: 'Save',
    noted: (what: readonly string[]) => `Noted: ${what.join(', ')}.`,
    saved: 'Saved.',
    nothingNew: 'That told me nothing new about the cluster.',
    summary: 'What I have read so far',
  },

  masked: (kinds: readonly string[]) =>
    `I masked ${list(kinds)} before anything was stored. Whatever was pasted here counts as seen: please rotate it.`,
  notRead: (what: string) => `Not read: ${what}`,

  verdict: {
    title: 'Verdict',
    topic: 'Topic',
    cluster: 'Cluster',
    why: 'Why',
    because: 'Based on',
    until: 'by',
    warnings: 'Watch out',
    wayBack: {
      upgrade_first: 'What to do first',
      unsupported: 'The way back',
      eligible: 'What would change this',
      unknown: 'What would settle it',
    },
    duties: 'Who does what',
    who: { microsoft: 'Microsoft', customer: 'You', shared: 'Together' },
    known: 'Known issues',
    knownExact: 'Same error',
    noKnown: 'I know no issue like this one.',
    workaround: 'Workaround',
    fixedIn: 'Fixed in',
    risk: 'Careful',
    places: 'Where to go',
    parts: 'The other problems in your message',
    open: 'Still open',
    openHow: 'Tell me any time and I work it out again.',
    other: 'Under another edition',
    edition: (title: string) => `Policy: ${title}`,
    facts: 'Facts and sources',
    details: 'Facts and details',
    moreReasons: 'Further rules',
    ticket: 'Ticket text',
    correct: 'Correct a fact',
    right: 'Verdict is right',
    wrong: 'Verdict is wrong',
    person: 'Ask a person',
    record: (id: string) => `Record ${id}`,
    summary: (scope: string, eligibility: string) => `Verdict: ${scope}; cluster: ${eligibility}`,
    leaves: 'Links open outside Teams.',
  },

  change: {
    title: 'The verdict changed.',
    axis: (axis: string, from: string, to: string) => `${axis} was “${from}” and is now “${to}”.`,
    because: (what: readonly string[]) => `Reason: ${what.join(', ')}.`,
    same: (scope: string, eligibility: string) => `The verdict stays: topic “${scope}”, cluster “${eligibility}”.`,
    factFrom: (label: string, from: string, to: string) => `${label} ${to} (was ${from})`,
    fact: (label: string, to: string) => `${label} ${to}`,
  },

  misses: {
    stay: (said: string, questions: readonly string[]) =>
      `I have kept ${said}, but could not read an answer about ${list(questions)} in it. Say it another way, pick it on the card, or say “don’t know”.`,
    twice: (said: string) =>
      `I did not understand ${said} either. Choose what fits, go on with the question below, or talk to a person.`,
    twiceVerdict: (said: string) => `I did not understand ${said} either. Choose what fits, or talk to a person.`,
    rest: (noted: readonly string[], labels: readonly string[]) =>
      `${noted.length > 0 ? `Noted: ${noted.join(', ')}. ` : ''}Still open: ${list(labels)}. Any order; “don’t know” and “verdict” are fine.`,
    partly: (labels: readonly string[]) => `Not answered, so left open: ${list(labels)}.`,
    verdict: (said: string) =>
      `I found nothing in ${said} that tells me more about the cluster, so the verdict stays as it is.`,
  },

  why: (label: string, why: string) => `**${label}**: ${why}`,
  how: (label: string, how: string) => `**${label}**: ${how}`,
  howNone: (label: string) =>
    `**${label}**: there is no command for it; ask whoever runs the cluster, or leave it open.`,
  reason: (rule: string, heading: string, effect: string, url: string) => `**${rule}** [${heading}](${url}): ${effect}`,
  soFar: (headline: string) =>
    `So far: ${headline} These answers can still change it; “verdict” shows it without them.`,
  whyNothing: 'I am not asking anything right now.',

  side: {
    short: (headline: string, rule: string | undefined) => `In short: ${headline}${rule ? ` (${rule})` : ''}`,
    unknown:
      'I cannot answer that one well: I only judge support problems and look up known issues. Say “person” to ask a human.',
    answers: {
      names:
        'AKS hybrid is the older name; AKS enabled by Azure Arc (“AKS Arc”) is today’s. The family is the same: AKS on Azure Local, on Windows Server and on Azure Stack HCI 22H2. The name does not decide by itself; the policy edition of your product and date does.',
      bestEffort:
        'Best effort means that Microsoft helps as far as is reasonable, for instance with open-source parts, but promises no solution; the project’s own community may have to fix it.',
      eligible:
        'There are two questions: is the topic covered (scope), and is the cluster in a state that can be supported (eligible)? A cluster becomes ineligible by an old version, a long stop, or node VMs changed outside AKS; each of these has its way back.',
      scope:
        'Scope is about the topic: in scope means that Microsoft’s support policy covers it, out of scope that somebody else is the right one to ask, best effort lies between.',
      edition:
        'Microsoft publishes a support policy for each product and changes it over time. I choose the edition by product, platform and date, and name and link it in the verdict.',
      privacy:
        'I keep what you write with the triage record, so that you can go on later and the ticket can be written. Credentials are masked before that. Nothing leaves here unless you send it yourself. Whoever runs me can delete your records.',
      cost: 'I cost nothing to ask. What a support case costs depends on your Azure support plan; prices are on Microsoft’s pages.',
      me: 'I am a program that reads your text by fixed rules and the published policy. I am not a person, not a language model, and not Microsoft.',
      severity:
        'Severity A is for production down and needs somebody reachable around the clock, B for strong impairment, C for the rest. I suggest one in the ticket, and you decide.',
      ticket: 'I write the ticket and give you the ways to send it; say “ticket”. Nothing is sent without your word.',
      duration:
        'Not long: I ask only what can change the verdict, mostly on one or two cards. “Don’t know” is always fine.',
      repair:
        'I cannot repair the cluster. I say whether support covers it, show known issues with their workarounds, and write the ticket.',
    },
  },

  switching: {
    ask: (said: string) => `Is ${said} a new problem, or part of the one we are at?`,
    started: 'New triage. The one before is kept; “back” takes it up again.',
    stays: 'Good, it belongs to this one.',
    keptCluster: (known: readonly string[]) =>
      known.length > 0
        ? `I keep what I know of the cluster: ${known.join(', ')}. Say “other cluster” if this is another one.`
        : 'I keep what I know of the cluster. Say “other cluster” if this is another one.',
    otherCluster: 'Another cluster, so I start without those facts.',
  },
  restarting: {
    ask: 'Start over and leave this triage? It is kept, and “back” returns to it.',
    done: 'Fresh start. What is the problem?',
    stays: 'Good, we go on here.',
  },
  cancelled: 'Stopped. What you told me is kept; “back” takes it up again, and a new problem starts a new triage.',
  nothingToCancel: 'There is nothing under way. Describe a problem whenever you like.',
  back: {
    nothing: 'There is nothing before this. Tell me what is wrong, and we start.',
    again: 'One step back. What you answered is filled in; change what is wrong.',
    taken: 'Taken up again where we were.',
    takenForward: 'Taken up again where we were. “forward” goes to the other triage.',
  },
  resume: (ago: string, where: string, facts: readonly string[]) =>
    `Welcome back. You were at ${where} ${ago}.${facts.length > 0 ? ` I still have: ${facts.join(', ')}.` : ''}`,
  ago: (days: number) => (days <= 1 ? 'yesterday' : `${days} days ago`),
  where: { asking: 'the open questions', verdict: 'the verdict', other: 'a triage' },

  noTriage: 'There is no triage yet. Tell me what is wrong with the cluster first.',
  notYours:
    'Only the person who started this triage, or an expert, can change it. Mention me in a new thread and I start one for you.',
  gone: 'I no longer have that triage. Paste the problem again and I start a new one.',
  goneNew: 'I no longer have the triage we were at, so I start a new one with these words.',
  unknownAction: 'I do not know that button any more. Say “help” to see what I can do.',

  ticket: {
    title: 'Ticket, ready to copy',
    summary: 'Ticket text',
    before: {
      upgrade_first: 'Upgrade first: support will ask for it. The ticket is for help with that upgrade.',
      unsupported: 'The cluster is out of support as it is. Read the way back first; the ticket comes second.',
      out_of_scope: 'Microsoft’s policy does not cover this. The right place is named below.',
      best_effort: 'Best effort: the work goes on while it is reasonable, with no promise of a solution.',
      not_a_support_request: 'This is not a support request; the right place is named below.',
    } as Record<string, string>,
    subject: 'Title',
    text: 'Description',
    severity: 'Severity',
    service: 'Service',
    missing: 'Still empty',
    logs: 'Logs to collect',
    exits: 'Ways to send it',
    open: (title: string) => `${title} (opens outside Teams)`,
    copy: 'Select the text to copy it.',
    states: {
      draft: 'Nothing has been sent anywhere.',
      creating: 'It is on its way to Microsoft; say “send” to ask how far it is.',
      created: 'It has been sent to Microsoft.',
      refused: 'An earlier try to send it was refused; nothing was made.',
    },
    cut: 'The text is long; the rest is in the record.',
    edit: 'Edit ticket',
    editTitle: 'Review the ticket',
    editIntro: 'Change what is wrong and fill in what is missing, here or in words (“severity B”). Nothing is sent.',
    notOffered: 'That way out does not fit this case; the ticket card names the ones that do.',
    severities: [
      { title: 'A: production is down', value: 'critical' },
      { title: 'B: strongly impaired', value: 'moderate' },
      { title: 'C: minor', value: 'minimal' },
    ],
    consents: [
      { title: 'Yes, Microsoft may read diagnostics', value: 'Yes' },
      { title: 'No', value: 'No' },
    ],
    contacts: [
      { title: 'By mail', value: 'email' },
      { title: 'By phone', value: 'phone' },
    ],
  },

  sending: {
    title: 'Preview: this would go to Microsoft',
    summary: 'Preview of the ticket',
    intro: 'Nothing has left yet. Look it over; it is sent only when you say so.',
    attached:
      'With it go the description (“The whole text” shows it) and what you wrote in this triage, as a text file; credentials are masked.',
    text: 'The whole text',
    openTickets: 'Open tickets for the same service: is yours among them?',
    missing: 'Before it can be sent',
    contact: 'Contact',
    hidden: 'mail and phone as in your profile (not shown here)',
    say: 'Say “send” to send it or “no” to keep it. Any field can be changed in words: “severity B”.',
    sayFields:
      'Fill in what is missing here or in words, such as “consent yes, phone +49 89 1234567” or “problem type 2”.',
    button: 'Send to Microsoft…',
    send: 'Send now',
    askAgain: 'Ask how far it is',
    save: 'Save and look again',
    notNow: 'Not now',
    portal: 'Open in the Azure portal',
    ticketCard: 'Ticket text',
    notHere: 'Sending from here is not set up, so the ticket goes out by your hand. These are the ways:',
    changed: 'Something has changed since that preview, so nothing was sent. This is the ticket as it stands now:',
    kept: 'Nothing was sent. The ticket is kept with all you filled in: “send” shows it again, “ticket” has the other ways.',
    outcomes: {
      created: {
        title: 'The ticket is made',
        next: 'Microsoft answers to your contact address; the portal shows its state.',
      },
      pending: {
        title: 'The ticket is on its way',
        next: 'Say “send” in a minute to ask again; it will not become two.',
      },
      incomplete: { title: 'Not sent yet', next: 'What is missing stands on the preview.' },
      refused: {
        title: 'That did not work',
        next: 'The ticket text is kept. Say “send” to look at it and try again, or take another way: “ticket” names them.',
      },
      gone: { title: 'Not sent', next: 'Say “ticket”, and I write it again.' },
    },
  },

  issues: {
    title: 'Known issues like yours',
    none: 'I know no issue that fits well enough to be worth your time. No match is an answer, too. Say “ticket” for the ticket text, or tell me more of the error.',
    summary: 'Known issues',
    matched: 'Matched',
    check: 'To confirm',
    version: 'Your version',
    affects: 'Affects',
    state: 'State',
    asOf: (day: string) => `as read on ${day}`,
    view: (where: string) => `View in ${where}`,
    github: 'GitHub',
    documentation: 'the documentation',
  },

  feedback: {
    thanks: 'Thank you, noted.',
    title: 'What would be right?',
    intro: 'Your correction is kept as a labelled case and used to make me better.',
    scope: 'Topic',
    eligibility: 'Cluster',
    knownIssue: 'Which known issue was it? (optional)',
    noIssue: 'None of these',
    note: 'What did I get wrong? (optional)',
    keep: 'as it was',
    send: 'Send correction',
    saved:
      'Thank you. I have kept your correction with the record. Say “person” if you want somebody to look at it now.',
    summary: 'What would be right?',
  },

  handoff: {
    sent: 'I have passed this to the experts with everything you told me. You will hear here when somebody takes it.',
    none: 'No expert channel is set up here. The ticket text has everything a support engineer needs: say “ticket”, or write to whoever runs this bot.',
    failed:
      'I could not reach the expert channel just now. Say “ticket” for the text to send yourself, or say “person” again later.',
    waits:
      'I cannot reach the expert channel just now. I pass your case on as soon as I can, and you will hear here when somebody takes it.',
    already: 'The experts already have this. You will hear here when something happens.',
    noTriage: 'Tell me in a sentence what is wrong; then I can pass it on with what an expert needs to know.',
    title: 'Somebody asks for help',
    states: { unassigned: 'Unassigned', assigned: 'Assigned', closed: 'Closed' },
    assign: 'I take it',
    close: 'Close',
    reopen: 'Give back',
    asked: 'Asked, not answered',
    from: 'From',
    why: 'Reason',
    whyAsked: 'asked for a person',
    whyMisses: 'I did not understand twice',
    taken: (expert: string) => `${expert} has taken your case and will write to you.`,
    closed: (expert: string) => `${expert} has closed your case. Was the problem solved? Write here if not.`,
    givenBack: 'Your case is waiting for another expert.',
    toExpert: (person: string) => `You have taken the case of ${person}.`,
    summary: 'A case for the experts',
    notExpert: 'Only experts can take or close a case.',
  },

  privately: {
    inChannel: 'A few questions are nobody else’s business. I ask them in our personal chat and post the verdict here.',
    noChat:
      'A few questions are nobody else’s business. Please open a personal chat with me and say “continue”; the verdict then comes here.',
    waits:
      'A few questions are nobody else’s business. I cannot open our personal chat just now; I ask there as soon as I can, or you open it and say “continue”. The verdict then comes here.',
    intro: 'About the problem you brought up in the channel: these I ask only you.',
    done: 'Thank you. The verdict is in the channel’s thread.',
    doneLater: 'Thank you. I cannot reach the channel’s thread just now; the verdict goes there as soon as I can.',
    threadGone: 'Thank you. The channel’s thread takes no message of mine any more; say “verdict” and you see it here.',
  },

  group: {
    added: 'Mention me with a problem and I triage it in the thread. In a personal chat I do the same for you alone.',
  },

  extension: {
    triage: 'Triage this',
    triageTitle: 'Triage of this message',
    intro: 'My first reading, before any question. Nothing is posted until you send it.',
    post: 'Put the card into the conversation',
    noText: 'There is no text in this message that I could read.',
    openQuestions: (labels: readonly string[]) => `Open: ${list(labels)}`,
    answer: 'Answer the open questions',
    of: 'The message',
    searchHint: 'Type words of the error to search known issues.',
  },
};

export type Wording = typeof en;
export const wording: Wording = en;
