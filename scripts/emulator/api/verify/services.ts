import type { JsonObject } from '../../../../studio/model/json';
import type { VerifyService } from '../../entities/verify-service';
import { type Answer, created, noContent, ok } from '../answers';
import type { ApiContext } from '../context';
import { isoDate } from '../dates';
import { newestFirst } from '../newest-first';
import { pageV2 } from '../paging';
import type { Parameters } from '../parameters';
import type { ApiRequest, Route } from '../product';
import { invalidParameter } from './errors';
import { withService } from './find';
import { isServiceName } from './validation';

/** The Service resource (https://www.twilio.com/docs/verify/api/service). */
export const serviceRoutes: readonly Route[] = [
  { method: 'POST', path: '/v2/Services', required: ['FriendlyName'], handle: createService },
  { method: 'GET', path: '/v2/Services', handle: listServices },
  {
    method: 'GET',
    path: '/v2/Services/{Sid}',
    handle: withService('Sid', (_request, context, service) => ok(format(service, context))),
  },
  { method: 'POST', path: '/v2/Services/{Sid}', handle: withService('Sid', updateService) },
  { method: 'DELETE', path: '/v2/Services/{Sid}', handle: withService('Sid', deleteService) },
];

type Settings = Omit<VerifyService, 'sid' | 'rateLimits' | 'dateCreated' | 'dateUpdated'>;

/** What Twilio sets when a new service leaves it out. */
const defaults: Settings = {
  friendlyName: '',
  codeLength: 6,
  lookupEnabled: false,
  skipSmsToLandlines: false,
  dtmfInputRequired: true,
  ttsName: null,
  psd2Enabled: false,
  doNotShareWarningEnabled: false,
  customCodeEnabled: false,
};

function createService({ form }: ApiRequest, context: ApiContext): Answer {
  const settings = read(form, defaults);
  const invalid = firstInvalid(settings);
  if (invalid !== null) return invalidParameter(invalid);
  const now = context.clock.now();
  const sid = context.ids.sid('VA');
  const service: VerifyService = {
    ...settings,
    sid,
    rateLimits: new Map(),
    dateCreated: now,
    dateUpdated: now,
  };
  context.store.verifyServices.set(sid, service);
  return created(format(service, context));
}

function listServices(request: ApiRequest, context: ApiContext): Answer {
  const items = newestFirst(context.store.verifyServices);
  return pageV2(request, { key: 'services', items, format: (service) => format(service, context) });
}

function updateService({ form }: ApiRequest, context: ApiContext, service: VerifyService): Answer {
  const settings = read(form, service);
  const invalid = firstInvalid(settings);
  if (invalid !== null) return invalidParameter(invalid);
  Object.assign(service, settings, { dateUpdated: context.clock.now() });
  return ok(format(service, context));
}

function deleteService(_request: ApiRequest, context: ApiContext, service: VerifyService): Answer {
  context.store.verifyServices.delete(service.sid);
  return noContent();
}

function read(form: Parameters, now: Settings): Settings {
  return {
    friendlyName: form.optional('FriendlyName') ?? now.friendlyName,
    codeLength: form.integer('CodeLength') ?? now.codeLength,
    lookupEnabled: form.flag('LookupEnabled') ?? now.lookupEnabled,
    skipSmsToLandlines: form.flag('SkipSmsToLandlines') ?? now.skipSmsToLandlines,
    dtmfInputRequired: form.flag('DtmfInputRequired') ?? now.dtmfInputRequired,
    ttsName: form.optional('TtsName') ?? now.ttsName,
    psd2Enabled: form.flag('Psd2Enabled') ?? now.psd2Enabled,
    doNotShareWarningEnabled: form.flag('DoNotShareWarningEnabled') ?? now.doNotShareWarningEnabled,
    customCodeEnabled: form.flag('CustomCodeEnabled') ?? now.customCodeEnabled,
  };
}

function firstInvalid({ friendlyName, codeLength }: Settings): string | null {
  if (!isServiceName(friendlyName)) return 'FriendlyName';
  return codeLength >= 4 && codeLength <= 10 ? null : 'CodeLength';
}

function format(service: VerifyService, { store }: ApiContext): JsonObject {
  const url = `https://verify.twilio.com/v2/Services/${service.sid}`;
  return {
    sid: service.sid,
    account_sid: store.account.sid,
    friendly_name: service.friendlyName,
    code_length: service.codeLength,
    lookup_enabled: service.lookupEnabled,
    psd2_enabled: service.psd2Enabled,
    skip_sms_to_landlines: service.skipSmsToLandlines,
    dtmf_input_required: service.dtmfInputRequired,
    tts_name: service.ttsName,
    do_not_share_warning_enabled: service.doNotShareWarningEnabled,
    custom_code_enabled: service.customCodeEnabled,
    ...notEmulated,
    date_created: isoDate(service.dateCreated),
    date_updated: isoDate(service.dateUpdated),
    url,
    links: {
      verification_checks: `${url}/VerificationCheck`,
      verifications: `${url}/Verifications`,
      rate_limits: `${url}/RateLimits`,
      messaging_configurations: `${url}/MessagingConfigurations`,
      entities: `${url}/Entities`,
      webhooks: `${url}/Webhooks`,
      access_tokens: `${url}/AccessTokens`,
    },
  };
}

/** Settings of factors, templates and senders, as a service has them that never set any. */
const notEmulated: JsonObject = {
  push: { include_date: false, apn_credential_sid: null, fcm_credential_sid: null },
  totp: { issuer: null, time_step: 30, code_length: 6, skew: 1 },
  default_template_sid: null,
  whatsapp: { msg_service_sid: null, from: null },
  passkeys: null,
  verify_event_subscription_enabled: false,
};
