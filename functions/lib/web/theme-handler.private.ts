import { createHandler } from '../handler.private';
import type { Handler } from '../handler.private';
import { themeCss } from './theme.private';
import type { WebEnvironment } from './web-handler.private';
import { readWebSettings } from './web-settings.private';

/** `/web/theme`: the operator's colour as a style sheet. Its address changes with its contents, so that it may be kept. */
export function createThemeHandler(): Handler<WebEnvironment> {
  return createHandler<WebEnvironment>(
    (context) =>
      Promise.resolve({
        httpStatus: 200,
        headers: {
          'Content-Type': 'text/css; charset=utf-8',
          'Cache-Control': 'public, max-age=31536000, immutable',
          'X-Content-Type-Options': 'nosniff',
        },
        body: themeCss(readWebSettings(context).accent),
        log: { endpoint: 'web/theme' },
        isAlarm: false,
      }),
    ({ problem }) => ({
      httpStatus: 500,
      headers: { 'Content-Type': 'text/css; charset=utf-8' },
      body: '',
      log: { endpoint: 'web/theme', problem },
      isAlarm: true,
    }),
  );
}
