/** What stands on a widget's card besides its own words. */
export interface WidgetLook {
  /** The type's name, as the Studio console has it. */
  readonly label: string;
  /** A colour of the palette. */
  readonly accent: 'start' | 'voice' | 'logic' | 'data' | 'code' | 'message' | 'other';
  /** Lines of an icon, in a field of 24 by 24. */
  readonly icon: string;
}

const ICONS = {
  play: 'M9 6l9 6-9 6z',
  bubble: 'M5 6h14v9h-8l-4 4v-4h-2z',
  keys: 'M7 6.5v.01M12 6.5v.01M17 6.5v.01M7 12v.01M12 12v.01M17 12v.01M7 17.5v.01M12 17.5v.01M17 17.5v.01',
  fork: 'M12 4v6l-6 5v5M12 10l6 5v5',
  equals: 'M6 9h12M6 15h12',
  braces: 'M9 5c-4 0-1 6-4 7 3 1 0 7 4 7M15 5c4 0 1 6 4 7-3 1 0 7-4 7',
  nested: 'M5 5h14v14h-14zM10 10h4v4h-4z',
  globe: 'M4.5 12a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0-15 0h15M12 4.5c-4 4-4 11 0 15c4-4 4-11 0-15',
  envelope: 'M4 6.5h16v11h-16zM4.5 7l7.5 6 7.5-6',
  phone: 'M7 4.5l3 4-2 2c1 2.5 3 4.5 5.5 5.5l2-2 4 3c-1 3-4 3-6 2c-4-2-7-5-9-9c-1-2-.5-5 2.5-5.5z',
  dots: 'M6 12v.01M12 12v.01M18 12v.01',
} as const;

const LOOKS: Readonly<Record<string, WidgetLook>> = {
  trigger: { label: 'Trigger', accent: 'start', icon: ICONS.play },
  'say-play': { label: 'Say/Play', accent: 'voice', icon: ICONS.bubble },
  'gather-input-on-call': { label: 'Gather Input On Call', accent: 'voice', icon: ICONS.keys },
  'connect-call-to': { label: 'Connect Call To', accent: 'voice', icon: ICONS.phone },
  'split-based-on': { label: 'Split Based On…', accent: 'logic', icon: ICONS.fork },
  'set-variables': { label: 'Set Variables', accent: 'data', icon: ICONS.equals },
  'run-function': { label: 'Run Function', accent: 'code', icon: ICONS.braces },
  'run-subflow': { label: 'Run Subflow', accent: 'code', icon: ICONS.nested },
  'make-http-request': { label: 'Make HTTP Request', accent: 'code', icon: ICONS.globe },
  'send-message': { label: 'Send Message', accent: 'message', icon: ICONS.envelope },
  'send-and-wait-for-reply': { label: 'Send & Wait For Reply', accent: 'message', icon: ICONS.envelope },
  'add-twiml-redirect': { label: 'Add TwiML Redirect', accent: 'code', icon: ICONS.globe },
};

/** The look of a widget type; a type without its own gets its name in words. */
export function lookOf(type: string): WidgetLook {
  const label = type.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) =>
    (dash === '' ? '' : ' ').concat(letter.toUpperCase()),
  );
  // A type is other people's text: `constructor` is no look.
  return Object.hasOwn(LOOKS, type)
    ? (LOOKS[type] ?? { label, accent: 'other', icon: ICONS.dots })
    : { label, accent: 'other', icon: ICONS.dots };
}
