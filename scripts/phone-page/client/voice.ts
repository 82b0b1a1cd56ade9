import type { PageCall } from '../model/page-state';
import { button, icon } from './dom';
import { ICONS } from './icons';
import type { Panel } from './panel';

/** The phone's loudspeaker: what the IVR says, and the tones of keys. Off at first. */
export interface Voice extends Panel {
  readonly tone: (key: string) => void;
}

/** The two frequencies of each key, in hertz (ITU-T Q.23). */
const ROWS = [697, 770, 852, 941];
const COLUMNS = [1209, 1336, 1477];
const LAYOUT = '123456789*0#';

/** A loudspeaker with its switch. */
export function createVoice(): Voice {
  let isOn = localStorage.getItem('sound') === 'on';
  let audio: AudioContext | null = null;
  const element = button({ class: 'quiet-button sound' });
  const show = (): void => {
    element.replaceChildren(icon(isOn ? ICONS.sound : ICONS.silent));
    element.setAttribute('aria-label', 'Sound');
    element.setAttribute('aria-pressed', String(isOn));
    element.title = isOn ? 'Sound is on' : 'Sound is off';
  };
  element.addEventListener('click', () => {
    isOn = !isOn;
    localStorage.setItem('sound', isOn ? 'on' : 'off');
    if (!isOn) synthesis()?.cancel();
    show();
  });
  show();
  return {
    element,
    tone: (key) => {
      if (!isOn) return;
      audio ??= new AudioContext();
      playTone(audio, key);
    },
    draw: ({ call }, before) => {
      if (call === before?.call || !isOn) return;
      follow(call, before?.call ?? null);
    },
  };
}

function follow(call: PageCall | null, before: PageCall | null): void {
  const speaker = synthesis();
  const since = call?.speaking?.since;
  if (speaker === undefined || since === before?.speaking?.since) return;
  speaker.cancel();
  if (!call?.speaking) return;
  const utterance = new SpeechSynthesisUtterance(call.speaking.text);
  utterance.lang = call.speaking.language;
  speaker.speak(utterance);
}

/** Not every browser can speak. */
function synthesis(): SpeechSynthesis | undefined {
  return 'speechSynthesis' in window ? window.speechSynthesis : undefined;
}

function playTone(audio: AudioContext, key: string): void {
  const index = LAYOUT.indexOf(key);
  const [row, column] = [ROWS[Math.floor(index / 3)], COLUMNS[index % 3]];
  if (row === undefined || column === undefined) return;
  const gain = audio.createGain();
  gain.gain.value = 0.05;
  gain.connect(audio.destination);
  for (const frequency of [row, column]) {
    const oscillator = audio.createOscillator();
    oscillator.frequency.value = frequency;
    oscillator.connect(gain);
    oscillator.start();
    oscillator.stop(audio.currentTime + 0.12);
  }
}
