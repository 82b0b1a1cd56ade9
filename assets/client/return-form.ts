/** Long enough to read three words. */
const PAUSE_MILLISECONDS = 1500;

/**
 * Posts the last form by itself, once for each session: whoever comes back here with the back button is not sent away again. Only
 * when it will is it said.
 */
export function returnByItself(): void {
  const form = document.querySelector<HTMLFormElement>('#return-form');
  const note = form?.querySelector<HTMLElement>('[data-returning]');
  if (form === null || note === null || note === undefined) return;
  const key = `returned ${form.dataset['session'] ?? ''}`;
  // A browser may keep the page as it was when it was left.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) note.textContent = '';
  });
  if (sessionStorage.getItem(key) !== null) return;
  note.textContent = note.dataset['returning'] ?? '';
  setTimeout(() => {
    sessionStorage.setItem(key, 'yes');
    form.requestSubmit();
  }, PAUSE_MILLISECONDS);
}
