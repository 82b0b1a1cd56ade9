/** The environment is broken; nothing a caller does can mend it. `code` is stable, the message names the variable only. */
export class ConfigurationError extends Error {
  constructor(
    readonly code: 'missing_variable' | 'malformed_variable',
    message: string,
  ) {
    super(message);
    this.name = 'ConfigurationError';
  }
}

/** Environment variables of the service, as they come; all of them are text. */
export type Variables = Readonly<Record<string, unknown>>;

/** The environment variables of the service that concern verification. */
export interface Settings {
  /** `VERIFY_SERVICE_SID`: the Verify service that sends and checks. */
  readonly serviceSid: string;
  /** `VERIFY_RATE_LIMIT`: unique name of a Service Rate Limit, keyed by phone number. None when left out. */
  readonly rateLimit?: string;
  /** `LOOKUP_LINE_TYPE`: `true` asks Lookup for the line type before a text message is paid for. Off when left out. */
  readonly checksLineType: boolean;
}

const SERVICE_SID = /^VA[0-9a-f]{32}$/i;

/** Reads the settings; throws `ConfigurationError` when one is missing or malformed. */
export function readSettings(variables: Variables): Settings {
  const serviceSid = textOf(variables['VERIFY_SERVICE_SID']);
  if (serviceSid === '') {
    throw new ConfigurationError(
      'missing_variable',
      'The environment variable VERIFY_SERVICE_SID is not set.',
    );
  }
  if (!SERVICE_SID.test(serviceSid)) {
    throw new ConfigurationError(
      'malformed_variable',
      'The environment variable VERIFY_SERVICE_SID is not the SID of a Verify service (VA and 32 hexadecimal digits).',
    );
  }
  const rateLimit = textOf(variables['VERIFY_RATE_LIMIT']);
  return {
    serviceSid,
    ...(rateLimit === '' ? {} : { rateLimit }),
    checksLineType: textOf(variables['LOOKUP_LINE_TYPE']).toLowerCase() === 'true',
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
