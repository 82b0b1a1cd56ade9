/**
 * What Twilio puts into `From` when the caller withheld the number. Since 2023-05-17 it is the word `anonymous`
 * (https://www.twilio.com/en-us/changelog?page=65&product=serverless, "Changes to withheld caller ID behavior");
 * before, and still on some routes, a word keyed in on a telephone keypad
 * (https://support.twilio.com/hc/en-us/articles/223179988-Why-am-I-getting-calls-from-these-strange-numbers).
 */
export const WITHHELD_CALLER_IDS: ReadonlyMap<string, string> = new Map([
  ['anonymous', 'anonymous'],
  ['restricted', 'restricted'],
  ['unavailable', 'unavailable'],
  ['unknown', 'unknown'],
  ['blocked', 'blocked'],
  ['private', 'private'],
  ['withheld', 'withheld'],
  ['+266696687', 'anonymous'],
  ['+7378742833', 'restricted'],
  // Twilio's article has it with two digits swapped, so both forms are about.
  ['+7378742883', 'restricted'],
  // With a country code before it, it looks like a valid number in Texas; better to refuse one subscriber than to text them.
  ['+17378742833', 'restricted'],
  ['+86282452253', 'unavailable'],
  ['+8656696', 'unknown'],
  ['+2562533', 'blocked'],
  // In Twilio's article without a word.
  ['+464', 'unknown'],
]);

/** Whether a caller ID stands for "the caller did not say". Case and the separators of numbers do not matter. */
export function isWithheld(callerId: string): boolean {
  return WITHHELD_CALLER_IDS.has(callerId.replace(/[\s().-]/g, '').toLowerCase());
}
