import { button, h } from './dom';

/** The twelve keys of a phone. */
export interface Keypad {
  readonly element: HTMLElement;
  /** Shows a key as pressed for a moment. */
  readonly flash: (key: string) => void;
  /** Whether the line takes keys now. */
  readonly setListening: (isListening: boolean) => void;
}

const KEYS = [
  ['1', ''],
  ['2', 'ABC'],
  ['3', 'DEF'],
  ['4', 'GHI'],
  ['5', 'JKL'],
  ['6', 'MNO'],
  ['7', 'PQRS'],
  ['8', 'TUV'],
  ['9', 'WXYZ'],
  ['*', ''],
  ['0', '+'],
  ['#', ''],
] as const;

const NAMES: Readonly<Record<string, string>> = { '*': 'Star', '#': 'Pound' };

/** A keypad that tells of every key. */
export function createKeypad(onPress: (key: string) => void): Keypad {
  const buttons = new Map(KEYS.map(([key, letters]) => [key as string, keyButton(key, letters, onPress)]));
  const element = h(
    'div',
    { class: 'keypad', attributes: { role: 'group', 'aria-label': 'Keypad' } },
    ...buttons.values(),
  );
  return {
    element,
    flash: (key) => {
      const pressed = buttons.get(key);
      if (pressed === undefined) return;
      pressed.classList.remove('pressed');
      // Begins the animation anew.
      pressed.getBoundingClientRect();
      pressed.classList.add('pressed');
    },
    setListening: (isListening) => element.classList.toggle('is-listening', isListening),
  };
}

function keyButton(key: string, letters: string, onPress: (key: string) => void): HTMLButtonElement {
  const label = NAMES[key] ?? null;
  return button(
    { class: 'key', attributes: { 'aria-label': label, 'data-key': key }, onClick: () => onPress(key) },
    h('span', { class: 'key-digit' }, key),
    h('span', { class: 'key-letters', attributes: { 'aria-hidden': 'true' } }, letters),
  );
}
