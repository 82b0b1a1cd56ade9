import { assetPaths } from './asset-paths.private';
import type { CountryChoice } from './countries-list.private';
import { fieldText } from './form-fields.private';
import type { Frame } from './pages/layout.private';
import { LANGUAGES } from './texts/languages.private';
import type { Language } from './texts/languages.private';
import { themeUrl } from './theme.private';
import { languageOf } from './view-language.private';
import { pageOf } from './visit.private';
import type { SessionVisit, Visit } from './visit.private';
import { isSessionId } from './web-session.private';

/** Lists the countries to choose from; `listCountries`, or nothing where the first page is never shown. */
export type CountryLister = (allowed: readonly string[], language: Language) => readonly CountryChoice[];

/** What the pages of a visit are drawn with. */
export function frameFor(visit: Visit | SessionVisit, listCountries: CountryLister): Frame {
  const { web, secrets } = visit;
  const language = languageOf(visit);
  const theme = themeUrl(web.accent);
  return {
    language,
    texts: LANGUAGES[language],
    brandName: web.brandName,
    assets: assetPaths(),
    ...(theme === undefined ? {} : { theme }),
    ...(web.challenge === undefined ? {} : { challenge: web.challenge }),
    countries: () => countriesFor(visit, language, listCountries),
    here: hereOf(visit),
    ...('session' in visit
      ? {
          session: {
            sessionId: visit.sessionId,
            formToken: secrets.formToken(visit.sessionId, visit.browserSecret),
            returnUrl: visit.session.returnUrl,
          },
        }
      : {}),
  };
}

function hereOf(visit: Visit | SessionVisit): string {
  if ('session' in visit) return pageOf(visit);
  const sessionId = fieldText(visit.event, 'session') ?? '';
  return isSessionId(sessionId) ? pageOf({ sessionId }) : '';
}

/** Making the list of all countries takes a few milliseconds, which only one page needs to spend. */
function countriesFor(
  { web, tools }: Visit,
  language: Language,
  listCountries: CountryLister,
): ReturnType<Frame['countries']> {
  const { allowedCountries } = tools.settings.limits;
  const all = listCountries(allowedCountries, language);
  const first = [web.country, ...allowedCountries, 'US'].find((wanted) =>
    all.some(({ code }) => code === wanted),
  );
  return { all, first: first ?? all[0]?.code ?? 'US' };
}
