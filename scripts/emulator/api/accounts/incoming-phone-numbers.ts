import { isValidPhoneNumber } from 'libphonenumber-js';
import type { JsonObject } from '../../../../studio/model/json';
import type { IncomingPhoneNumber } from '../../entities/incoming-phone-number';
import { type Answer, created, failed, noContent, ok } from '../answers';
import { newPhoneNumber } from '../../voice/phone-number';
import type { ApiContext } from '../context';
import { rfc2822Date } from '../dates';
import { newestFirst } from '../newest-first';
import { page2010 } from '../paging';
import type { Parameters } from '../parameters';
import type { ApiRequest, Route } from '../product';
import { accountPath, ofAccount, ofResource, uriOf } from './of-account';

const path = `${accountPath}/IncomingPhoneNumbers`;
const numbersOf = ({ store }: ApiContext): Map<string, IncomingPhoneNumber> => store.phoneNumbers;

/** The IncomingPhoneNumber resource (https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource). */
export const incomingPhoneNumberRoutes: readonly Route[] = [
  { method: 'POST', path: `${path}.json`, handle: ofAccount(buyNumber) },
  { method: 'GET', path: `${path}.json`, handle: ofAccount(listNumbers) },
  {
    method: 'GET',
    path: `${path}/{Sid}.json`,
    handle: ofResource(numbersOf, (_request, context, number) => ok(format(number, context))),
  },
  { method: 'POST', path: `${path}/{Sid}.json`, handle: ofResource(numbersOf, updateNumber) },
  { method: 'DELETE', path: `${path}/{Sid}.json`, handle: ofResource(numbersOf, releaseNumber) },
];

type Settings = Omit<IncomingPhoneNumber, 'sid' | 'phoneNumber' | 'dateCreated' | 'dateUpdated'>;

/** Takes any valid number that the account does not hold yet; buying by area code is not emulated. */
function buyNumber({ form }: ApiRequest, context: ApiContext): Answer {
  const phoneNumber = form.text('PhoneNumber');
  if (!isValidPhoneNumber(phoneNumber)) return refused(21421, 'PhoneNumber is invalid');
  const isTaken = [...context.store.phoneNumbers.values()].some(
    (number) => number.phoneNumber === phoneNumber,
  );
  if (isTaken) return refused(21422, 'PhoneNumber is not available');
  const fresh = newPhoneNumber(context.ids.sid('PN'), phoneNumber, context.clock.now());
  const number: IncomingPhoneNumber = { ...fresh, ...read(form, fresh) };
  context.store.phoneNumbers.set(number.sid, number);
  return created(format(number, context));
}

/** https://www.twilio.com/docs/api/errors/21421 and https://www.twilio.com/docs/api/errors/21422 */
function refused(code: number, message: string): Answer {
  return failed({ status: 400, code, message });
}

/** Filters: the exact friendly name, and a part of the number (`*` stands for any one digit). */
function listNumbers(request: ApiRequest, context: ApiContext): Answer {
  const name = request.query.optional('FriendlyName');
  const pattern = toPattern(request.query.text('PhoneNumber'));
  const items = newestFirst(context.store.phoneNumbers).filter(
    (number) => pattern.test(number.phoneNumber) && (name === undefined || number.friendlyName === name),
  );
  return page2010(request, {
    key: 'incoming_phone_numbers',
    items,
    format: (number) => format(number, context),
  });
}

function toPattern(phoneNumber: string): RegExp {
  return new RegExp(phoneNumber.replace(/[^0-9*]/g, '').replaceAll('*', '\\d'));
}

function updateNumber({ form }: ApiRequest, context: ApiContext, number: IncomingPhoneNumber): Answer {
  Object.assign(number, read(form, number), { dateUpdated: context.clock.now() });
  return ok(format(number, context));
}

function releaseNumber(_request: ApiRequest, context: ApiContext, number: IncomingPhoneNumber): Answer {
  context.store.phoneNumbers.delete(number.sid);
  return noContent();
}

function read(form: Parameters, now: Settings): Settings {
  return {
    friendlyName: form.optional('FriendlyName') ?? now.friendlyName,
    voiceUrl: form.optional('VoiceUrl') ?? now.voiceUrl,
    voiceMethod: methodOf(form, 'VoiceMethod') ?? now.voiceMethod,
    voiceFallbackUrl: form.optional('VoiceFallbackUrl') ?? now.voiceFallbackUrl,
    voiceFallbackMethod: methodOf(form, 'VoiceFallbackMethod') ?? now.voiceFallbackMethod,
    statusCallback: form.optional('StatusCallback') ?? now.statusCallback,
    statusCallbackMethod: methodOf(form, 'StatusCallbackMethod') ?? now.statusCallbackMethod,
    smsUrl: form.optional('SmsUrl') ?? now.smsUrl,
    smsMethod: methodOf(form, 'SmsMethod') ?? now.smsMethod,
  };
}

function methodOf(form: Parameters, name: string): 'GET' | 'POST' | undefined {
  const method = form.optional(name)?.toUpperCase();
  return method === 'GET' || method === 'POST' ? method : undefined;
}

function format(number: IncomingPhoneNumber, context: ApiContext): JsonObject {
  return {
    sid: number.sid,
    account_sid: context.store.account.sid,
    phone_number: number.phoneNumber,
    friendly_name: number.friendlyName,
    voice_url: number.voiceUrl,
    voice_method: number.voiceMethod,
    voice_fallback_url: number.voiceFallbackUrl,
    voice_fallback_method: number.voiceFallbackMethod,
    status_callback: number.statusCallback,
    status_callback_method: number.statusCallbackMethod,
    sms_url: number.smsUrl,
    sms_method: number.smsMethod,
    ...notEmulated,
    date_created: rfc2822Date(number.dateCreated),
    date_updated: rfc2822Date(number.dateUpdated),
    uri: uriOf(context, `/IncomingPhoneNumbers/${number.sid}`),
  };
}

/** What a number without addresses, trunks, applications and emergency service has. */
const notEmulated: JsonObject = {
  address_sid: null,
  address_requirements: 'none',
  api_version: '2010-04-01',
  beta: false,
  capabilities: { voice: true, sms: true, mms: false, fax: false },
  identity_sid: null,
  origin: 'twilio',
  sms_application_sid: null,
  sms_fallback_method: 'POST',
  sms_fallback_url: '',
  trunk_sid: null,
  voice_receive_mode: 'voice',
  voice_application_sid: null,
  voice_caller_id_lookup: false,
  emergency_status: 'Inactive',
  emergency_address_sid: null,
  emergency_address_status: 'unregistered',
  bundle_sid: null,
  status: 'in-use',
};
