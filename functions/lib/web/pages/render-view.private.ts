import type { View } from '../visit.private';
import { codePage } from './code-page.private';
import {
  alreadyPage,
  codeExpiredPage,
  cookiesPage,
  countryPage,
  donePage,
  lockedPage,
  plainPage,
  tooManyPage,
} from './end-pages.private';
import { layout } from './layout.private';
import type { Frame, Page } from './layout.private';
import { givenNumberPage, numberPage } from './number-page.private';

/** The markup of a view. */
export function renderView(view: View, frame: Frame): string {
  return layout(pageOf(view, frame), frame).markup;
}

/** The HTTP status of a page. One with an error beside its field is a page like any other: browsers complain about the rest. */
export function statusOf(view: View): number {
  switch (view.kind) {
    case 'session-expired':
    case 'outdated':
    case 'link-used':
      return 410;
    case 'unknown':
      return 404;
    case 'stale':
      return 403;
    case 'unavailable':
      return 503;
    case 'too-many':
      return 429;
    default:
      return 200;
  }
}

function pageOf(view: View, frame: Frame): Page {
  switch (view.kind) {
    case 'number':
      return numberPage(view, frame);
    case 'given-number':
      return givenNumberPage(view, frame);
    case 'code':
      return codePage(view, frame);
    case 'done':
      return donePage(view, frame);
    case 'already':
      return alreadyPage(view, frame);
    case 'code-expired':
      return codeExpiredPage(view, frame);
    case 'locked':
      return lockedPage(view, frame);
    case 'too-many':
      return tooManyPage(view, frame);
    case 'country':
      return countryPage(view, frame);
    case 'cookies':
      return cookiesPage(view, frame);
    case 'session-expired':
    case 'outdated':
    case 'link-used':
    case 'unknown':
    case 'stale':
    case 'unavailable':
      return plainPage(view.kind, frame);
  }
}
