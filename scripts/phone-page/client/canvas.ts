import type { PageCall } from '../model/page-state';
import { type Camera, createCamera, type View } from './camera';
import { type Gesture, listenForGestures } from './canvas-gestures';
import { button, h, icon, setText } from './dom';
import { fetchDrawing, type FlowDrawing } from './flow-drawing';
import { ICONS } from './icons';
import type { Panel, Send } from './panel';
import { createTimeControls } from './time-controls';

/** How large the widget at work is shown: its texts can be read. */
const FOLLOW_SCALE = 0.62;
/** Before a call, the first widgets are shown together. */
const FIRST_SCALE = 0.5;
const ZOOM_STEP = 1.25;

/** The flows with the call in them, time beside them. */
export function createCanvas(send: Send): Panel {
  const frame = h('div', {
    class: 'frame',
    attributes: {
      tabindex: '0',
      role: 'region',
      'aria-label': 'Flow canvas: drag to move, Ctrl and wheel to zoom',
    },
  });
  const where = h('p', { class: 'where' });
  const time = createTimeControls(send);
  const shown: Shown = { drawing: null, camera: null, call: null, isFollowing: true, scale: FOLLOW_SCALE };
  const follow = followButton(shown);
  const letGo = (): void => {
    shown.isFollowing = false;
    follow.setAttribute('aria-pressed', 'false');
  };
  const onGesture = (gesture: Gesture): void => {
    if (gesture === 'pan') letGo();
    else shown.scale = shown.camera?.view().scale ?? FOLLOW_SCALE;
  };
  const load = async (): Promise<void> => {
    const drawing = await fetchDrawing();
    if (drawing === null) return;
    const isFirst = shown.drawing === null;
    shown.drawing = drawing;
    frame.querySelector('svg')?.remove();
    frame.prepend(drawing.svg);
    shown.camera = createCamera(drawing.svg, frame);
    drawing.mark(shown.call);
    if (isFirst) listenForGestures(frame, delegate(shown), onGesture);
    look(shown, 'at-once');
  };
  new ResizeObserver(() => {
    shown.camera?.resize();
    if (shown.isFollowing) look(shown, 'at-once');
  }).observe(frame);
  return {
    element: h(
      'section',
      { class: 'card canvas-panel', attributes: { 'aria-labelledby': 'flow-title' } },
      h('div', { class: 'canvas-head' }, h('h2', { id: 'flow-title' }, 'Flow'), where, time.element),
      h('div', { class: 'frame-holder' }, frame, tools(shown, follow, onGesture)),
    ),
    draw: (state, before) => {
      time.draw(state, before);
      if (state.flowsVersion !== before?.flowsVersion) void load();
      if (before !== null && state.call === before.call) return;
      shown.call = state.call;
      setText(where, whereText(state.call));
      shown.drawing?.mark(state.call);
      if (shown.isFollowing && isElsewhere(state.call, before?.call ?? null)) look(shown, 'gliding');
    },
    tick: (state, now) => time.tick?.(state, now),
  };
}

interface Shown {
  drawing: FlowDrawing | null;
  camera: Camera | null;
  call: PageCall | null;
  isFollowing: boolean;
  /** How large widgets are shown while the call is followed; whoever zooms, chooses it. */
  scale: number;
}

/** Where the call is; without one, where calls begin. */
function look({ drawing, camera, call, scale }: Shown, how: 'at-once' | 'gliding'): void {
  if (drawing === null || camera === null) return;
  const place = call?.at.at(-1);
  const box = place && drawing.boxOf(place);
  if (box === undefined) return camera.goTo(beginning(drawing), how);
  camera.goTo({ x: box.x + box.width / 2, y: box.y + box.height / 2, scale }, how);
}

/** The first widgets, the trigger near the upper edge. */
function beginning({ first, svg }: FlowDrawing): View {
  const height = (svg.parentElement?.clientHeight ?? 0) / FIRST_SCALE;
  return { x: first.x + first.width / 2, y: first.y - 60 + height / 2, scale: FIRST_SCALE };
}

function showAll({ whole, svg }: FlowDrawing, camera: Camera): void {
  const { clientWidth, clientHeight } = svg.parentElement ?? document.body;
  const scale = Math.min(clientWidth / whole.width, clientHeight / whole.height);
  camera.goTo({ x: whole.x + whole.width / 2, y: whole.y + whole.height / 2, scale }, 'gliding');
}

function isElsewhere(call: PageCall | null, before: PageCall | null): boolean {
  const [one, other] = [call?.at.at(-1), before?.at.at(-1)];
  return one?.flow !== other?.flow || one?.widget !== other?.widget || call?.sid !== before?.sid;
}

function whereText(call: PageCall | null): string {
  return call === null ? '' : call.at.map(({ widget }) => widget).join(' › ');
}

/** The camera of the drawing that is shown now: a new deployment brings another one. */
function delegate(shown: Shown): Camera {
  return {
    view: () => shown.camera?.view() ?? { x: 0, y: 0, scale: 1 },
    goTo: (view, how) => shown.camera?.goTo(view, how),
    zoom: (factor, x, y) => shown.camera?.zoom(factor, x, y),
    pan: (byX, byY) => shown.camera?.pan(byX, byY),
    resize: () => shown.camera?.resize(),
  };
}

function followButton(shown: Shown): HTMLButtonElement {
  const follow = button(
    {
      class: 'tool',
      attributes: { 'aria-pressed': 'true', 'aria-label': 'Follow the call', title: 'Follow the call' },
    },
    icon(ICONS.follow),
  );
  follow.addEventListener('click', () => {
    shown.isFollowing = !shown.isFollowing;
    follow.setAttribute('aria-pressed', String(shown.isFollowing));
    if (shown.isFollowing) look(shown, 'gliding');
  });
  return follow;
}

function tools(shown: Shown, follow: HTMLElement, onGesture: (gesture: Gesture) => void): HTMLElement {
  const tool = (label: string, path: string, act: () => void): HTMLButtonElement =>
    button({ class: 'tool', attributes: { 'aria-label': label, title: label }, onClick: act }, icon(path));
  const zoom = (factor: number) => (): void => {
    shown.camera?.zoom(factor);
    onGesture('zoom');
  };
  const all = (): void => {
    onGesture('pan');
    if (shown.drawing && shown.camera) showAll(shown.drawing, shown.camera);
  };
  return h(
    'div',
    { class: 'tools', attributes: { role: 'group', 'aria-label': 'Canvas' } },
    follow,
    tool('Zoom in', ICONS.plus, zoom(ZOOM_STEP)),
    tool('Zoom out', ICONS.minus, zoom(1 / ZOOM_STEP)),
    tool('Show all', ICONS.fit, all),
  );
}
