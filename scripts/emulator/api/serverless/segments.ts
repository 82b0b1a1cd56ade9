import type { ResourceKind } from '../../entities/serverless-resource';

/** How functions and assets are called in paths: the folder of all of them, and the name of one's SID. */
export const segments = {
  function: { collection: 'Functions', sid: 'FunctionSid' },
  asset: { collection: 'Assets', sid: 'AssetSid' },
} as const satisfies Record<ResourceKind, { readonly collection: string; readonly sid: string }>;
