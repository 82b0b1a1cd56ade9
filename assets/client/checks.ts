import type { PhoneField } from './phone-field';

/** What the server would refuse is said at once, in the same words and at the same place; the server checks it all the same. */
export function checkBeforeSending(phoneField: PhoneField | undefined): void {
  check('#number', '#number-form', (value) => {
    if (value.trim() === '') return 'missing';
    return phoneField?.isValid() === false ? 'malformed' : undefined;
  });
  check('#code', '#code-form', (value) => {
    const digits = value.normalize('NFKC').replace(/[\s.\-\u2010-\u2015]/g, '');
    if (digits === '') return 'missing';
    return /^\p{Nd}{4,10}$/u.test(digits) ? undefined : 'malformed';
  });
}

type Problem = 'missing' | 'malformed' | undefined;

function check(fieldSelector: string, formSelector: string, judge: (value: string) => Problem): void {
  const field = document.querySelector<HTMLInputElement>(fieldSelector);
  const form = document.querySelector<HTMLFormElement>(formSelector);
  if (field === null || form === null) return;
  form.addEventListener('submit', (event) => {
    const problem = judge(field.value);
    if (problem === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    showError(field, field.dataset[problem] ?? '');
  });
}

function showError(field: HTMLInputElement, text: string): void {
  const id = `${field.id}-error`;
  const error = document.getElementById(id) ?? document.createElement('p');
  error.id = id;
  error.className = 'error';
  error.setAttribute('role', 'alert');
  error.textContent = text;
  const box = field.closest('.field');
  box?.setAttribute('data-invalid', 'true');
  if (!error.isConnected) box?.querySelector('label')?.after(error);
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-describedby', id);
  field.focus();
}
