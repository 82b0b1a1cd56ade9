/** A piece of the picture: its middle, and screen pixels for each of its own. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** Shows a piece of a picture in an element, and glides from one to the next. */
export interface Camera {
  readonly view: () => View;
  /** Goes there: at once, or gliding where the reader has nothing against motion. */
  readonly goTo: (view: View, how: 'at-once' | 'gliding') => void;
  /** Zooms by a factor around a point of the screen, in pixels from the middle of the element. */
  readonly zoom: (factor: number, x?: number, y?: number) => void;
  readonly pan: (byX: number, byY: number) => void;
  /** The element has another size now. */
  readonly resize: () => void;
}

const SCALES = { least: 0.06, most: 1.6 } as const;

/** Of the way that is left, how much is gone in a frame. */
const EASE = 0.14;

/** A camera on an SVG that fills `frame`. */
export function createCamera(svg: SVGSVGElement, frame: HTMLElement): Camera {
  let view: View = { x: 0, y: 0, scale: 1 };
  let target = view;
  let isGliding = false;

  const show = (): void => {
    const [width, height] = [frame.clientWidth / view.scale, frame.clientHeight / view.scale];
    if (width === 0) return;
    svg.setAttribute('viewBox', `${view.x - width / 2} ${view.y - height / 2} ${width} ${height}`);
  };
  const set = (next: View): void => {
    view = target = limited(next);
    isGliding = false;
    show();
  };
  const glide = (): void => {
    if (!isGliding) return;
    view = between(view, target);
    isGliding = !isNear(view, target);
    if (!isGliding) view = target;
    show();
    requestAnimationFrame(glide);
  };
  return {
    view: () => target,
    goTo: (next, how) => {
      const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches || frame.clientWidth === 0;
      if (how === 'at-once' || isStill) return set(next);
      target = limited(next);
      if (isGliding) return;
      isGliding = true;
      requestAnimationFrame(glide);
    },
    zoom: (factor, x = 0, y = 0) => {
      const { scale } = limited({ ...view, scale: view.scale * factor });
      const shift = 1 / view.scale - 1 / scale;
      set({ x: view.x + x * shift, y: view.y + y * shift, scale });
    },
    pan: (byX, byY) => set({ ...view, x: view.x - byX / view.scale, y: view.y - byY / view.scale }),
    resize: show,
  };
}

function limited({ x, y, scale }: View): View {
  return { x, y, scale: Math.min(SCALES.most, Math.max(SCALES.least, scale)) };
}

function between(one: View, other: View): View {
  return {
    x: one.x + (other.x - one.x) * EASE,
    y: one.y + (other.y - one.y) * EASE,
    scale: one.scale * (other.scale / one.scale) ** EASE,
  };
}

function isNear(one: View, other: View): boolean {
  const pixels = Math.hypot(other.x - one.x, other.y - one.y) * other.scale;
  return pixels < 0.5 && Math.abs(Math.log(other.scale / one.scale)) < 0.002;
}
