import type { Camera } from './camera';

/** Pixels that an arrow key moves the picture. */
const KEY_STEP = 80;
const ZOOM_STEP = 1.25;

/** What a hand did to the picture. */
export type Gesture = 'pan' | 'zoom';

/** Lets a hand move the picture: drag, pinch, wheel with Ctrl, arrows, plus and minus. */
export function listenForGestures(
  frame: HTMLElement,
  camera: Camera,
  onGesture: (gesture: Gesture) => void,
): void {
  const fingers = new Map<number, PointerEvent>();
  frame.addEventListener('pointerdown', (event) => {
    fingers.set(event.pointerId, event);
    frame.setPointerCapture(event.pointerId);
  });
  frame.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (before === undefined) return;
    const other = [...fingers.values()].find(({ pointerId }) => pointerId !== event.pointerId);
    if (other === undefined) camera.pan(event.clientX - before.clientX, event.clientY - before.clientY);
    else camera.zoom(distance(event, other) / Math.max(1, distance(before, other)));
    fingers.set(event.pointerId, event);
    onGesture(other === undefined ? 'pan' : 'zoom');
  });
  const release = ({ pointerId }: PointerEvent): void => void fingers.delete(pointerId);
  frame.addEventListener('pointerup', release);
  frame.addEventListener('pointercancel', release);
  frame.addEventListener(
    'wheel',
    (event) => {
      // Without Ctrl the wheel scrolls the page, where the page is longer than the window.
      if (!event.ctrlKey) return;
      event.preventDefault();
      const box = frame.getBoundingClientRect();
      const [x, y] = [event.clientX - box.left - box.width / 2, event.clientY - box.top - box.height / 2];
      camera.zoom(Math.exp(-event.deltaY / 300), x, y);
      onGesture('zoom');
    },
    { passive: false },
  );
  frame.addEventListener('keydown', (event) => {
    const act = keyActs(camera)[event.key];
    if (act === undefined || event.target !== frame) return;
    event.preventDefault();
    act();
    onGesture(event.key.startsWith('Arrow') ? 'pan' : 'zoom');
  });
}

function keyActs(camera: Camera): Readonly<Record<string, () => void>> {
  return {
    ArrowLeft: () => camera.pan(KEY_STEP, 0),
    ArrowRight: () => camera.pan(-KEY_STEP, 0),
    ArrowUp: () => camera.pan(0, KEY_STEP),
    ArrowDown: () => camera.pan(0, -KEY_STEP),
    '+': () => camera.zoom(ZOOM_STEP),
    '-': () => camera.zoom(1 / ZOOM_STEP),
  };
}

function distance(one: PointerEvent, other: PointerEvent): number {
  return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
}
