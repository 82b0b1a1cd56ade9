const SECOND = 1000;

/** Counts down to the next text, and keeps its buttons still until then; the server keeps to the same time. */
export function runCountdown(): void {
  const note = document.querySelector<HTMLElement>('[data-wait]');
  const form = note?.closest('form');
  if (note === null || form === null || form === undefined) return;
  const { wait = '0', waiting = '', over = '' } = note.dataset;
  const buttons = [...form.querySelectorAll('button')];
  const end = performance.now() + Number(wait) * SECOND;
  const wasWaiting = Number(wait) > 0;
  const tick = (): void => {
    const left = Math.ceil((end - performance.now()) / SECOND);
    for (const button of buttons) button.disabled = left > 0;
    note.textContent = left > 0 ? waiting.replace('{time}', clock(left)) : '';
    if (left > 0) {
      setTimeout(tick, SECOND / 4);
    } else if (wasWaiting) {
      // Said once, and not every second.
      const said = form.querySelector('[data-wait-over]');
      if (said !== null) said.textContent = over;
    }
  };
  tick();
}

function clock(seconds: number): string {
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}
