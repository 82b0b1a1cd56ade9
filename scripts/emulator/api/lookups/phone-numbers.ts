import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type PhoneNumber,
  validatePhoneNumberLength,
} from 'libphonenumber-js';
import type { JsonObject } from '../../../../studio/model/json';
import { type Answer, ok } from '../answers';
import type { ApiContext } from '../context';
import type { ApiRequest, Route } from '../product';

/** The Phone Number resource of Lookup v2 (https://www.twilio.com/docs/lookup/v2-api). */
export const phoneNumberRoutes: readonly Route[] = [
  { method: 'GET', path: '/v2/PhoneNumbers/{PhoneNumber}', handle: lookUp },
];

/** A number without `+` and without `CountryCode` is taken for one of the United States. */
const fallbackCountry = 'US';

/** An invalid number is a good answer with `valid: false`, never an error. */
function lookUp(request: ApiRequest, { store }: ApiContext): Answer {
  const asked = request.param('PhoneNumber');
  const country = request.query.optional('CountryCode') ?? fallbackCountry;
  const fields = request.query.text('Fields').split(',');
  const found = formatOf(asked, country);
  const type = store.lineTypes.get(found.phoneNumber) ?? 'mobile';
  const wantsLineType = found.body.valid === true && fields.includes('line_type_intelligence');
  return ok({
    ...found.body,
    ...packages,
    line_type_intelligence: wantsLineType ? lineTypeIntelligence(type, found.body.country_code) : null,
    url: `https://lookups.twilio.com/v2/PhoneNumbers/${found.phoneNumber}`,
  });
}

/** Everything that costs extra; null unless asked for. */
const packages: JsonObject = {
  caller_name: null,
  sim_swap: null,
  call_forwarding: null,
  line_status: null,
  line_type_intelligence: null,
  identity_match: null,
  reassigned_number: null,
  sms_pumping_risk: null,
  phone_number_quality_score: null,
  pre_fill: null,
};

/**
 * What the package says of a line (https://www.twilio.com/docs/lookup/v2-api/line-type-intelligence). Its own trouble
 * stands inside it, beside a status of 200: Canadian numbers need an approval that the account does not have (60601).
 */
function lineTypeIntelligence(type: string, country: unknown): JsonObject {
  const errorCode = country === 'CA' ? 60601 : null;
  return {
    type: errorCode === null ? type : null,
    carrier_name: null,
    mobile_country_code: null,
    mobile_network_code: null,
    error_code: errorCode,
  };
}

interface NumberFormat {
  /** E.164, or what was asked for when it is no number. */
  readonly phoneNumber: string;
  readonly body: JsonObject;
}

function formatOf(asked: string, country: string): NumberFormat {
  const defaultCountry = isSupportedCountry(country) ? country : fallbackCountry;
  const number = parsePhoneNumberFromString(asked, { defaultCountry, extract: false });
  const phoneNumber = number?.number ?? asked;
  const body = number?.isValid() ? valid(number) : invalid(phoneNumber, reasonAgainst(asked, defaultCountry));
  return { phoneNumber, body };
}

function valid(number: PhoneNumber): JsonObject {
  return {
    calling_country_code: number.countryCallingCode,
    country_code: number.country ?? null,
    phone_number: number.number,
    national_format: number.formatNational(),
    valid: true,
    validation_errors: [],
  };
}

function invalid(phoneNumber: string, reason: string): JsonObject {
  return {
    calling_country_code: null,
    country_code: null,
    phone_number: phoneNumber,
    national_format: null,
    valid: false,
    validation_errors: [reason],
  };
}

/** https://www.twilio.com/docs/lookup/v2-api#phone-number-properties */
function reasonAgainst(asked: string, defaultCountry: CountryCode): string {
  const reason = validatePhoneNumberLength(asked, defaultCountry);
  if (reason === 'INVALID_COUNTRY') return 'INVALID_COUNTRY_CODE';
  return reason ?? 'INVALID_BUT_POSSIBLE';
}
