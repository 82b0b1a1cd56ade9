/** A number that the account holds (https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource). */
export interface IncomingPhoneNumber {
  readonly sid: string;
  /** E.164. */
  readonly phoneNumber: string;
  friendlyName: string;
  voiceUrl: string;
  voiceMethod: 'GET' | 'POST';
  voiceFallbackUrl: string;
  voiceFallbackMethod: 'GET' | 'POST';
  statusCallback: string;
  statusCallbackMethod: 'GET' | 'POST';
  smsUrl: string;
  smsMethod: 'GET' | 'POST';
  readonly dateCreated: number;
  dateUpdated: number;
}
