import type { UiTranslations } from 'intl-tel-input';

/** What the picker of countries says, by language of the page; names of countries come from the browser. */
export const PICKER_WORDS = {
  en: words('Change country, now ${countryName}', 'Choose a country', 'Countries', 'Search', {
    clear: 'Clear the search',
    close: 'Close',
    none: 'No country found',
    some: (count) => (count === 1 ? '1 country found' : `${String(count)} countries found`),
  }),
  es: words('Cambiar de país, ahora ${countryName}', 'Elegir un país', 'Países', 'Buscar', {
    clear: 'Borrar la búsqueda',
    close: 'Cerrar',
    none: 'Ningún país encontrado',
    some: (count) => (count === 1 ? '1 país encontrado' : `${String(count)} países encontrados`),
  }),
  de: words('Land wechseln, jetzt ${countryName}', 'Land wählen', 'Länder', 'Suchen', {
    clear: 'Suche leeren',
    close: 'Schließen',
    none: 'Kein Land gefunden',
    some: (count) => (count === 1 ? '1 Land gefunden' : `${String(count)} Länder gefunden`),
  }),
  fr: words('Changer de pays, actuellement ${countryName}', 'Choisir un pays', 'Pays', 'Chercher', {
    clear: 'Effacer la recherche',
    close: 'Fermer',
    none: 'Aucun pays trouvé',
    some: (count) => (count === 1 ? '1 pays trouvé' : `${String(count)} pays trouvés`),
  }),
} as const;

interface More {
  readonly clear: string;
  readonly close: string;
  readonly none: string;
  readonly some: (count: number) => string;
}

function words(chosen: string, choose: string, list: string, search: string, more: More): UiTranslations {
  return {
    selectedCountryAriaLabel: chosen,
    noCountrySelected: choose,
    countryListAriaLabel: list,
    searchPlaceholder: search,
    clearSearchAriaLabel: more.clear,
    closeCountrySelectorAriaLabel: more.close,
    searchEmptyState: more.none,
    searchSummaryAria: (count: number) => (count === 0 ? more.none : more.some(count)),
  };
}
