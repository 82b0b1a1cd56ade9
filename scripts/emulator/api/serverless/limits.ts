/** The largest number of things in one place, and what Twilio calls them in the error. */
export interface CountLimit {
  readonly maximum: number;
  readonly noun: string;
}

/**
 * How many services an account may have. A page of 2020 says 10; accounts meet the error at 50
 * (https://github.com/twilio-labs/dev-phone/issues/178).
 */
export const SERVICES_PER_ACCOUNT: CountLimit = { maximum: 50, noun: 'Services' };

/**
 * How many environments a service may have: https://www.twilio.com/docs/runtime/functions-assets-api, in its "Limits" of
 * 2020. Later editions leave the limits out.
 */
export const ENVIRONMENTS_PER_SERVICE: CountLimit = { maximum: 25, noun: 'Environments' };

/** Functions that one build may hold, by the same page. */
export const FUNCTION_VERSIONS_PER_BUILD: CountLimit = { maximum: 50, noun: 'Function Versions' };

/** Public and protected assets together that one build may hold, by the same page. */
export const SERVED_ASSET_VERSIONS_PER_BUILD: CountLimit = {
  maximum: 1000,
  noun: 'public and protected Asset Versions',
};

/** Private assets that one build may hold, by the same page; they are packaged with its functions. */
export const PRIVATE_ASSET_VERSIONS_PER_BUILD: CountLimit = { maximum: 50, noun: 'private Asset Versions' };

/** Characters of a service's unique name (https://www.twilio.com/docs/serverless/api/resource/service). */
export const SERVICE_NAME_LENGTH = 50;

/** Characters of an environment's unique name (https://www.twilio.com/docs/serverless/api/resource/environment). */
export const ENVIRONMENT_NAME_LENGTH = 100;

/** Characters of a domain suffix (same page). */
export const DOMAIN_SUFFIX_LENGTH = 16;

/** Characters of any friendly name (https://www.twilio.com/docs/serverless/api/resource/function). */
export const FRIENDLY_NAME_LENGTH = 255;

/** Characters of a version's path (https://www.twilio.com/docs/serverless/api/resource/function-version). */
export const PATH_LENGTH = 255;

/** Bytes of a public or protected asset (https://www.twilio.com/docs/serverless/functions-assets/assets). */
export const SERVED_ASSET_BYTES = 25_000_000;

/** Bytes of a private asset, which is packaged with the functions (same page). */
export const PRIVATE_ASSET_BYTES = 10_000_000;

/** Characters of a variable's key (https://www.twilio.com/docs/serverless/api/resource/variable). */
export const VARIABLE_KEY_LENGTH = 128;

/** Bytes of a variable's value (same page). */
export const VARIABLE_VALUE_BYTES = 450;

/** Bytes of all keys and values of an environment (https://www.twilio.com/docs/serverless/functions-assets/functions/variables). */
export const VARIABLES_BYTES = 3583;

/** How long logs are kept, in milliseconds: 30 days (https://www.twilio.com/docs/serverless/api). */
export const LOG_RETENTION_MILLISECONDS = 30 * 24 * 60 * 60 * 1000;
