import { createThemeHandler } from '../lib/web/theme-handler.private';

/** `GET /web/theme`: the operator's colour, as a style sheet. */
export const handler = createThemeHandler();
