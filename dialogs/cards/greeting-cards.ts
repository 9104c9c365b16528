/** Welcome and help: what it is for, what to say, and that it is a program. */
import { wording } from '../wording.ts';
import { button, type Card, card, heading, paragraph, sentence } from './card.ts';

export function welcomeCard(): Card {
  const { welcome } = wording;
  return card(
    [
      heading(welcome.title, 'Large'),
      sentence(welcome.value),
      sentence(welcome.how),
      sentence(welcome.example, { subtle: true }),
      sentence(welcome.honest, { subtle: true }),
    ],
    [button(welcome.help, { do: 'help' })],
    { fallbackText: `${welcome.title} ${welcome.value} ${welcome.how}` },
  );
}

export function helpCard(): Card {
  const { help } = wording;
  return card(
    [
      heading(help.title),
      ...help.lines.map(([say, what]) => paragraph([{ text: say, bold: true }, `– ${what}`], { spacing: 'Small' })),
      sentence(help.more, { subtle: true }),
      sentence(wording.welcome.honest, { subtle: true }),
    ],
    [],
    { fallbackText: help.lines.map(([say, what]) => `${say}: ${what}`).join('\n') },
  );
}
