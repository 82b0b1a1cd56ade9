/** A point of the canvas, in pixels; y grows downwards. */
export interface Place {
  readonly x: number;
  readonly y: number;
}
