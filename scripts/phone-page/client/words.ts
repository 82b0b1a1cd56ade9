/** A number as people read it: `+1 415 555 0100`; what is no number stays as it is. */
export function numberText(number: string): string {
  const american = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
  if (american) return `+1 ${american.slice(1).join(' ')}`;
  const other = /^(\+\d{2})(\d{3})(\d{3})(\d+)$/.exec(number);
  return other ? other.slice(1).join(' ') : number;
}

/** Minutes and seconds of a duration: `0:07`. */
export function durationText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The time of day of a moment, in the reader's time zone: `14:03:59`. */
export function timeText(moment: number): string {
  const date = new Date(moment);
  return [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/** How much time it is, in the largest unit that fits: `12 s`, `10 min`, `2 h`. */
export function spanText(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  if (seconds < 100) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

/** A status as words: `max_attempts_reached` is "max attempts reached". */
export function statusText(status: string): string {
  return status.replaceAll('_', ' ').replaceAll('-', ' ');
}
