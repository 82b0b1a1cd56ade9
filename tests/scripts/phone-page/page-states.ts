import type { LogRow, PageCall, PageState } from '../../../scripts/phone-page/model/page-state';

/** A page on which nothing has happened. */
export const EMPTY: PageState = {
  setting: { ivrNumber: '+14155550199', ownNumber: '+14155550100', restUrl: 'http://127.0.0.1:4010' },
  clock: { ahead: 0, nextAt: null, isBusy: false },
  call: null,
  messages: [],
  log: [],
  breakages: [],
  flowsVersion: 0,
};

/** A call that rings. */
export const RINGING: PageCall = {
  sid: 'CA1',
  from: '+14155550100',
  to: '+14155550199',
  startedAt: 0,
  endedAt: null,
  isAnswered: false,
  at: [],
  speaking: null,
  isListening: false,
  typed: '',
  entries: [],
  steps: [],
  requests: [],
  variables: [],
};

/** A row of the log with an id and a status. */
export function row(id: string, status = '200'): LogRow {
  return { id, kind: 'request', at: 0, title: id, status, tone: 'plain', milliseconds: 1, details: [] };
}
