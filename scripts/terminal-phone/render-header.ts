import type { Style } from './style';

/** What runs where. */
export interface Header {
  /** Where the same phone is in a browser: `http://127.0.0.1:4040`. */
  readonly pageUrl: string;
  /** `http://127.0.0.1:4010` */
  readonly restUrl: string;
  /** `https://…twil.io` */
  readonly functionsUrl: string;
  /** API key of the one-time-passcode service; null where the settings brought keys of their own. */
  readonly otpKey: string | null;
  /** The number to dial. */
  readonly ivrNumber: string;
  /** The phone's own number. */
  readonly ownNumber: string;
}

const NAME_WIDTH = 12;

/** The lines on top: where everything runs, and which keys there are. */
export function renderHeader(header: Header, style: Style): string[] {
  const { bold, dim } = style.colors;
  const row = (name: string, value: string, note: string): string => {
    const hasRoom = NAME_WIDTH + value.length + note.length + 4 <= style.width;
    return `  ${dim(name.padEnd(NAME_WIDTH))}${bold(value)}${hasRoom ? dim(`  ${note}`) : ''}`;
  };
  return [
    '',
    `  ${bold('Phone verification on a local Twilio')}`,
    '',
    row('Phone page', header.pageUrl, 'the same in a browser, with the flow'),
    row('Twilio API', header.restUrl, 'answers by Host: verify.twilio.com, …'),
    row('Functions', header.functionsUrl, 'behind the same address'),
    row('Passcodes', `URL=${header.restUrl}`, 'see docs/otp/README.md'),
    ...(header.otpKey === null ? [] : [row('and pages', `KEY=${header.otpKey}`, 'and docs/web/README.md')]),
    row('IVR', header.ivrNumber, 'runs parent-ivr, then verify-subflow'),
    row('You', header.ownNumber, ''),
    '',
    ...renderHelp(style),
    '',
  ];
}

/** The keys of the phone. */
export function renderHelp(style: Style): string[] {
  const { bold, dim } = style.colors;
  const keys = [
    ['0-9 * #', 'press a key'],
    ['Enter', 'call'],
    ['h', 'hang up'],
    ['?', 'help'],
    ['q', 'quit'],
  ];
  return [
    `  ${keys.map(([key, meaning]) => `${bold(String(key))} ${dim(String(meaning))}`).join(dim('  ·  '))}`,
  ];
}
