import intlTelInput from 'intl-tel-input';
import type { Iti } from 'intl-tel-input';

import { PICKER_WORDS } from './picker-words';

/** The field for the number, once it is more than a plain field. */
export interface PhoneField {
  /** False: the number cannot be one. Null: not known, because what it takes is not there (yet). */
  readonly isValid: () => boolean | null;
}

/**
 * Puts a picker with search and dialling codes in the place of the list of countries, and has the number formatted while it is
 * typed. The list stays in the form and follows the picker, so that the server reads the same fields either way.
 */
export function enhancePhoneField(): PhoneField | undefined {
  const input = document.querySelector<HTMLInputElement>('#number');
  const list = document.querySelector<HTMLSelectElement>('#country');
  if (input === null || list === null) return undefined;
  const typed = input.value;
  const picker = createPicker(input, list);
  input.value = typed;
  list.closest('[data-country-field]')?.setAttribute('hidden', '');
  const follow = (): void => showChosen(picker, input, list);
  input.addEventListener('countrychange', follow);
  follow();
  // Being moved into the picker has cost the field its focus.
  if (document.activeElement === document.body) input.focus();
  return { isValid: () => (canJudge(input.value) ? picker.isValidNumber() : null) };
}

/** A number of a country that is not in the list is for the server to judge, which says what the matter is. */
function canJudge(typed: string): boolean {
  return intlTelInput.utils !== undefined && !/^\s*(\+|00)/.test(typed);
}

function createPicker(input: HTMLInputElement, list: HTMLSelectElement): Iti {
  const codes = [...list.options].map(({ value }) => value.toLowerCase());
  const known = intlTelInput.getAllCountries().filter(({ iso2 }) => codes.includes(iso2));
  const words = PICKER_WORDS[languageOfPage()];
  const picker = intlTelInput(input, {
    uiTranslations: words,
    countryNameLocale: languageOfPage(),
    initialCountry: known.find(({ iso2 }) => iso2 === list.value.toLowerCase())?.iso2 ?? '',
    onlyCountries: known.map(({ iso2 }) => iso2),
    separateDialCode: true,
    showFlags: false,
    strictMode: false,
    loadUtils: () => import('intl-tel-input/utils'),
  });
  document
    .querySelector('.iti__country-selector')
    ?.setAttribute('aria-label', words.countryListAriaLabel ?? '');
  return picker;
}

/** In place of a flag, which not everybody can tell apart or wants to see, stands the country's code. */
function showChosen(picker: Iti, input: HTMLInputElement, list: HTMLSelectElement): void {
  const chosen = picker.getSelectedCountry();
  if (chosen === null) return;
  list.value = chosen.iso2.toUpperCase();
  const button = input.closest('.iti')?.querySelector('.iti__selected-country');
  button?.querySelector('.iti__selected-country-primary')?.setAttribute('data-country', list.value);
  const words = PICKER_WORDS[languageOfPage()].selectedCountryAriaLabel ?? '';
  const label = words.replace('${countryName}', chosen.name).replace('${dialCode}', `+${chosen.dialCode}`);
  // What is seen comes first, for those who say it to their computer.
  button?.setAttribute('aria-label', `${list.value} +${chosen.dialCode}: ${label}`);
}

function languageOfPage(): keyof typeof PICKER_WORDS {
  const { lang } = document.documentElement;
  return lang === 'de' || lang === 'es' || lang === 'fr' ? lang : 'en';
}
