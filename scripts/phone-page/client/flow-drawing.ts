import type { PageCall, PageStep, Place } from '../model/page-state';

/** A rectangle of the picture. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The picture of the flows, and where a call is in it. */
export interface FlowDrawing {
  readonly svg: SVGSVGElement;
  /** Where a widget's card is; undefined when it is not in the picture. */
  readonly boxOf: (place: Place) => Box | undefined;
  /** The widget that calls begin with. */
  readonly first: Box;
  readonly whole: Box;
  /** Marks what a call visited and where it is; null: nothing. */
  readonly mark: (call: PageCall | null) => void;
}

/** Fetches the picture as a document: no text of a flow is ever parsed as the page's own markup. */
export function fetchDrawing(): Promise<FlowDrawing | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', '/flows.svg');
    request.responseType = 'document';
    request.addEventListener('loadend', () => {
      const root = request.status === 200 ? request.responseXML?.documentElement : undefined;
      resolve(root instanceof SVGSVGElement ? drawingOf(document.adoptNode(root)) : null);
    });
    request.send();
  });
}

function drawingOf(svg: SVGSVGElement): FlowDrawing {
  const { x, y, width, height } = svg.viewBox.baseVal;
  const whole = { x, y, width, height };
  return {
    svg,
    whole,
    first: boxOfRect(svg.querySelector('rect.card')) ?? whole,
    boxOf: (place) => boxOfRect(widgetOf(svg, place)?.querySelector('rect.card') ?? null),
    mark: (call) => mark(svg, call),
  };
}

function widgetOf(svg: SVGSVGElement, { flow, widget }: Place): Element | null {
  return svg.querySelector(`g[data-flow="${CSS.escape(flow)}"] g[data-widget="${CSS.escape(widget)}"]`);
}

/** The rectangle in the picture's own pixels: a picture that is not shown has no other measure. */
function boxOfRect(rect: Element | null): Box | undefined {
  if (rect === null) return undefined;
  const read = (name: string): number => Number(rect.getAttribute(name) ?? 0);
  let [x, y] = [read('x'), read('y')];
  for (let parent = rect.parentElement; parent instanceof SVGGElement; parent = parent.parentElement) {
    const [, right = '0', down = '0'] =
      /translate\((\S+) (\S+)\)/.exec(parent.getAttribute('transform') ?? '') ?? [];
    x += Number(right);
    y += Number(down);
  }
  return { x, y, width: read('width'), height: read('height') };
}

function mark(svg: SVGSVGElement, call: PageCall | null): void {
  for (const marked of svg.querySelectorAll('.visited, .current, .taken, .taken-head')) {
    marked.classList.remove('visited', 'current', 'taken', 'taken-head');
  }
  svg.classList.toggle('with-call', call !== null);
  if (call === null) return;
  for (const step of call.steps) {
    widgetOf(svg, step)?.classList.add('visited');
    const arrow = arrowOf(svg, step);
    arrow?.classList.add('taken');
    headOf(arrow)?.classList.add('taken-head');
  }
  for (const place of call.at) {
    const widget = widgetOf(svg, place);
    widget?.classList.add('visited');
    if (call.endedAt === null) widget?.classList.add('current');
  }
}

/** Arrows to one widget share a head, which is drawn after them. */
function headOf(arrow: Element | null): Element | null {
  let next = arrow?.nextElementSibling ?? null;
  while (next !== null && !next.classList.contains('head')) next = next.nextElementSibling;
  return next;
}

function arrowOf(svg: SVGSVGElement, { flow, widget, event, to }: PageStep): Element | null {
  if (to === null) return null;
  const [scope, from, by, target] = [flow, widget, event, to].map((text) => CSS.escape(text));
  return svg.querySelector(
    `g[data-flow="${scope}"] path.arrow[data-from="${from}"][data-event="${by}"][data-to="${target}"]`,
  );
}
