import { assetPaths } from './asset-paths.private';
import { listCountries } from './countries-list.private';
import type { Frame } from './pages/layout.private';
import { LANGUAGES } from './texts/languages.private';
import { themeUrl } from './theme.private';
import { languageOf } from './view-language.private';
import type { SessionVisit, Visit } from './visit.private';

/** What the pages of a visit are drawn with. */
export function frameFor(visit: Visit | SessionVisit): Frame {
  const { web, tools, secrets } = visit;
  const language = languageOf(visit);
  const theme = themeUrl(web.accent);
  const { allowedCountries } = tools.settings.limits;
  const countries = listCountries(allowedCountries, language);
  const wanted = [web.country, ...allowedCountries].find((code) =>
    countries.some((each) => each.code === code),
  );
  return {
    language,
    texts: LANGUAGES[language],
    brandName: web.brandName,
    assets: assetPaths(),
    ...(theme === undefined ? {} : { theme }),
    ...(web.challenge === undefined ? {} : { challenge: web.challenge }),
    countries,
    country: wanted ?? 'US',
    ...('session' in visit
      ? {
          session: {
            sessionId: visit.sessionId,
            formToken: secrets.formToken(visit.cookie),
            returnUrl: visit.session.returnUrl,
          },
        }
      : {}),
  };
}
