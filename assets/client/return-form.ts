/** Long enough to read three words. */
const PAUSE_MILLISECONDS = 1500;

/** Posts the last form by itself, once for each session: whoever comes back here with the back button is not sent away again. */
export function returnByItself(): void {
  const form = document.querySelector<HTMLFormElement>('#return-form');
  if (form === null) return;
  const key = `returned ${form.dataset['session'] ?? ''}`;
  if (sessionStorage.getItem(key) !== null) return;
  setTimeout(() => {
    sessionStorage.setItem(key, 'yes');
    form.requestSubmit();
  }, PAUSE_MILLISECONDS);
}
