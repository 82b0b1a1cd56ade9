/** A form is sent once: a second click finds it busy. Coming back to the page makes it ready again. */
export function submitOnce(): void {
  for (const form of document.forms) {
    form.addEventListener('submit', (event) => {
      if (form.dataset['busy'] === 'true') {
        event.preventDefault();
        return;
      }
      form.dataset['busy'] = 'true';
      form.setAttribute('aria-busy', 'true');
    });
  }
  addEventListener('pageshow', () => {
    for (const form of document.forms) {
      delete form.dataset['busy'];
      form.removeAttribute('aria-busy');
    }
  });
}
