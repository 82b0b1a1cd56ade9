import { chooseLanguage } from './texts/languages.private';
import type { Language } from './texts/languages.private';
import type { SessionVisit, Visit } from './visit.private';

/** The language of a visit: that of its session's locale, else the browser's. */
export function languageOf(visit: Visit | SessionVisit): Language {
  const locale = 'session' in visit ? visit.session.locale : undefined;
  return chooseLanguage(locale, visit.acceptLanguage);
}
