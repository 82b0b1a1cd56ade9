import { proveVerified } from '../otp/proof.private';
import { fieldText } from './form-fields.private';
import { closedPage, openSession } from './open-session.private';
import { viewOf } from './view-of.private';
import type { Visit, WebAnswer } from './visit.private';

/**
 * `GET /web/verify`: the page that the session is at, whatever was clicked, reloaded or gone back from before.
 * `?step=number` asks for the first one, to enter another number; that changes nothing yet.
 */
export async function showPage(visit: Visit): Promise<WebAnswer> {
  const opened = await openSession(visit);
  if (opened.kind === 'none') return closedPage(opened);
  const wantsNumber = fieldText(visit.event, 'step') === 'number';
  const view = await viewOf(opened.visit, { wantsNumber, prove: proveVerified });
  return { kind: 'page', view, visit: opened.visit };
}
