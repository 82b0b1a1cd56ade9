/** Of a whole phone number the last two digits stay: enough to tell one's own numbers apart. */
const PHONE_NUMBER = /\+\d{5,13}(?=\d{2}(?!\d))/g;

/** Auth tokens and secrets of API keys are 32 letters and digits; SIDs have two letters before as many. */
const TOKEN = /(?<![A-Za-z0-9])[A-Za-z0-9]{32}(?![A-Za-z0-9])/g;

const USER_OF_URL = /(?<=\bhttps?:\/\/)[^\s/?#@"]+@/g;
const QUERY_OF_URL = /(\bhttps?:\/\/[^\s?"]*\?)[^\s"]+/g;

/**
 * A text that people and their logs may see: phone numbers, tokens, and what in a URL may be a password become `…`. For texts
 * from the account, such as where a number leads, or a flow that somebody edited.
 */
export function withoutSecrets(text: string): string {
  return text
    .replace(USER_OF_URL, '…@')
    .replace(QUERY_OF_URL, '$1…')
    .replace(PHONE_NUMBER, '…')
    .replace(TOKEN, '…');
}
