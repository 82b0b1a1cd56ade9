import type { Context } from '@twilio-labs/serverless-runtime-types/types';

import { startDeadline } from '../deadline.private';
import type { Deadline } from '../deadline.private';
import { systemTime } from '../time.private';
import { sharedClient } from '../twilio-sdk-port.private';
import { systemChance } from './chance.private';
import { httpCourier } from './courier.private';
import type { OtpSettings } from './otp-settings.private';
import { readOtpSettings } from './otp-settings.private';
import type { Engines, OtpTools } from './otp-tools.private';
import { platformOrigin } from './public-origin.private';
import { createSecrets } from './secrets.private';
import type { OtpSettingName } from './setting-table.private';
import { createStore } from './store.private';
import type { SyncDocument } from './sync-port.private';
import { syncSdkPort } from './sync-sdk-port.private';

/** Environment variables of the service, and what the platform adds. */
export type OtpEnvironment = Partial<
  Record<
    | OtpSettingName
    | 'ACCOUNT_SID'
    | 'AUTH_TOKEN'
    | 'VERIFY_SERVICE_SID'
    | 'VERIFY_RATE_LIMIT'
    | 'LOOKUP_LINE_TYPE',
    string | undefined
  >
>;

/** Makes the tools of one invocation; tests have their own. */
export type ToolMaker = (context: Context<OtpEnvironment>) => OtpTools;

/** Makes the engines that an endpoint uses, so that its bundle has no others in it. */
export type EngineMaker = (parts: EngineParts) => Partial<Engines>;

/** What engines are made of. */
export interface EngineParts {
  readonly context: Context<OtpEnvironment>;
  readonly settings: OtpSettings;
  readonly deadline: Deadline;
}

/** Lives as long as the process. */
const remembered = new Map<string, SyncDocument>();
const lines = new Map<string, Promise<void>>();

/** Tools over Twilio's SDK, one set for each invocation, whose time runs from then. */
export function otpTools(engines: EngineMaker = () => ({})): ToolMaker {
  return (context) => {
    const settings = readOtpSettings(context);
    const deadline = startDeadline(systemTime);
    return {
      settings,
      time: systemTime,
      chance: systemChance,
      secrets: createSecrets(settings.secret),
      store: createStore(syncSdkPort(sharedClient(context), settings.syncServiceSid), deadline),
      deadline,
      engines: { senderOf: notNeeded, checker: notNeeded, ...engines({ context, settings, deadline }) },
      courier: httpCourier,
      origin: settings.origin ?? platformOrigin(context.DOMAIN_NAME),
      ownOrigin: platformOrigin(context.DOMAIN_NAME),
      authToken: context.AUTH_TOKEN ?? '',
      remembered,
      lines,
    };
  };
}

function notNeeded(): never {
  throw new TypeError('This endpoint was made without engines');
}
