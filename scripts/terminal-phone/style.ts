import pc from 'picocolors';

/** How lines are drawn. */
export interface Style {
  /** Columns; lines are never longer. */
  readonly width: number;
  readonly colors: Colors;
}

/** The colours of picocolors, on or off. */
export type Colors = ReturnType<typeof pc.createColors>;

const WIDEST = 96;
const NARROWEST = 40;

/**
 * The style for an output stream: colours as picocolors decides them for this process (NO_COLOR, FORCE_COLOR, no
 * terminal), and lines no longer than a person likes to read.
 */
export function styleFor(stream: { readonly columns?: number; readonly isTTY?: boolean }): Style {
  const width = Math.min(WIDEST, Math.max(NARROWEST, stream.columns ?? 80));
  const hasColors =
    pc.isColorSupported && (stream.isTTY === true || process.env['FORCE_COLOR'] !== undefined);
  return { width, colors: pc.createColors(hasColors) };
}
