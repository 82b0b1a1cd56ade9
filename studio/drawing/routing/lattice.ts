/** A rectangle that no arrow may cross. Pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Lines along which arrows may run, in pixels and in order. */
export interface Lines {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  /** Columns that any arrow may run along; the others are only for the arrows that leave or arrive in them. */
  readonly sharedColumns: ReadonlySet<number>;
  /** Those that run close to some card. */
  readonly nearColumns: ReadonlySet<number>;
  readonly nearRows: ReadonlySet<number>;
}

/** Lines and where they are barred; a crossing has the number `column + row * columns.length`. */
export interface Lattice extends Lines {
  /** 1 where the way from a crossing to the next one in its row is barred. */
  readonly isBarredRight: Uint8Array;
  /** 1 where the way from a crossing to the next one in its column is barred. */
  readonly isBarredDown: Uint8Array;
}

/** How far the nearest arrow passes a card, and how near it may come when there is no room: pixels. */
export const DISTANCE = { wanted: 24, least: 14 } as const;

/** Between lines that are further apart than this another one is drawn. */
const ROOM_FOR_ANOTHER = 30;

/** Lines beside, between and around all boxes, and those where arrows leave and arrive (`ownColumns`). */
export function linesAround(boxes: readonly Box[], ownColumns: readonly number[]): Lines {
  const nearColumns = linesNear(boxes.flatMap(({ left, right }) => [[left, right] as const]));
  const nearRows = linesNear(boxes.flatMap(({ top, bottom }) => [[top, bottom] as const]));
  const sharedColumns = [...nearColumns, ...between(nearColumns)];
  return {
    columns: distinct([...sharedColumns, ...ownColumns]),
    rows: distinct([...nearRows, ...between(nearRows)]),
    sharedColumns: new Set(sharedColumns),
    nearColumns: new Set(nearColumns),
    nearRows: new Set(nearRows),
  };
}

/** The lines with every way barred that leads through a box or too near to it. */
export function latticeOf(lines: Lines, boxes: readonly Box[]): Lattice {
  const size = lines.columns.length * lines.rows.length;
  const lattice = { ...lines, isBarredRight: new Uint8Array(size), isBarredDown: new Uint8Array(size) };
  for (const box of boxes) bar(box, lattice);
  return lattice;
}

function linesNear(edges: readonly (readonly [number, number])[]): readonly number[] {
  return distinct(edges.flatMap(([low, high]) => [low - DISTANCE.wanted, high + DISTANCE.wanted]));
}

/** A line in the middle between any two that leave room for it. */
function between(lines: readonly number[]): readonly number[] {
  return lines.flatMap((line, index) => {
    const next = lines[index + 1] ?? line;
    return next - line > ROOM_FOR_ANOTHER ? [Math.round((line + next) / 2)] : [];
  });
}

function distinct(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((one, other) => one - other);
}

function bar(box: Box, { columns, rows, isBarredRight, isBarredDown }: Lattice): void {
  const low = { x: box.left - DISTANCE.least + 1, y: box.top - DISTANCE.least + 1 };
  const high = { x: box.right + DISTANCE.least - 1, y: box.bottom + DISTANCE.least - 1 };
  rows.forEach((y, row) => {
    const nextY = rows[row + 1] ?? y;
    if (nextY <= low.y || y >= high.y) return;
    columns.forEach((x, column) => {
      const nextX = columns[column + 1] ?? x;
      if (nextX <= low.x || x >= high.x) return;
      const at = column + row * columns.length;
      if (y > low.y) isBarredRight[at] = 1;
      if (x > low.x) isBarredDown[at] = 1;
    });
  });
}
