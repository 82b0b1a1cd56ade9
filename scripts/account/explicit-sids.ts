import type { ExplicitSids } from '../deployment/want-names';
import type { Settings } from '../command-line/settings';

/** The SIDs of things that are ours whatever their names, as the settings give them. */
export function explicitSids(settings: Settings): ExplicitSids {
  const {
    SERVERLESS_SERVICE_SID: serverlessService,
    VERIFY_SERVICE_SID: verifyService,
    SYNC_SERVICE_SID: syncService,
    VERIFY_SUBFLOW_SID: verifySubflow,
    PARENT_FLOW_SID: parentFlow,
  } = settings;
  return {
    ...(serverlessService !== undefined && { serverlessService }),
    ...(verifyService !== undefined && { verifyService }),
    ...(syncService !== undefined && { syncService }),
    ...(verifySubflow !== undefined && { verifySubflow }),
    ...(parentFlow !== undefined && { parentFlow }),
  };
}
