import type { Bundle, BundleFile } from '../../../scripts/deployment/bundle/bundle';
import { fileKey } from '../../../scripts/deployment/bundle/bundle';
import { commitMessage, definitionHash } from '../../../scripts/deployment/versions/flow-versions';
import type { HadBuild, HadFlow, Have } from '../../../scripts/deployment/have';
import { bundleHash, hashOf, manifestFile } from '../../../scripts/deployment/bundle/manifest';
import { MARK_KEY, formatMark, type Mark } from '../../../scripts/deployment/mark/mark';
import type { Outputs } from '../../../scripts/deployment/outputs';
import type { Want, WantedFlow } from '../../../scripts/deployment/want';
import { wireWithOutputs } from '../../../scripts/deployment/wire-with-outputs';
import { shippedFlow } from '../../studio/wiring/shipped-flows';
import type { ShippedFlow } from '../../studio/wiring/shipped-flows';

/** A SID that a person can tell from another: `sid('FW', 1)`. */
export function sid(prefix: string, number: number): string {
  return prefix + String(number).padStart(32, '0');
}

/** A function that was built. */
export function functionFile(path: string, source = 'exports.handler = 1;'): BundleFile {
  const content = new TextEncoder().encode(source);
  const contentType = 'application/javascript';
  return { kind: 'function', path, visibility: 'protected', contentType, content, hash: hashOf(content) };
}

/** A bundle of these files. */
export function bundleOf(files: readonly BundleFile[]): Bundle {
  const bundle = { files, runtime: 'node22', dependencies: { twilio: '6.2.0' } };
  return { ...bundle, hash: bundleHash(bundle) };
}

/** The shipped flows and two functions, without settings. */
export const WANT: Want = {
  environment: { name: 'dev', domainSuffix: 'dev' },
  serverlessService: { uniqueName: 'phone-verification', sid: null },
  verifyService: { friendlyName: 'Hotline dev', sid: null, codeLength: 6, rateLimit: null },
  syncService: { friendlyName: 'phone-verification (dev)', sid: null },
  bundle: bundleOf([functionFile('/check-verify'), functionFile('/start-verify')]),
  verifySubflow: flow('verify-subflow'),
  parentFlow: flow('parent-ivr'),
  phoneNumber: '+14155550199',
  variables: {},
  permissions: { takeOver: false, overwrite: false },
};

/** An account in which nothing was made yet; it holds the number. */
export const EMPTY: Have = {
  serverlessService: null,
  environments: [],
  running: null,
  matching: null,
  resources: [],
  variables: [],
  verifyServices: [],
  syncServices: [],
  verifySubflows: [],
  parentFlows: [],
  phoneNumber: {
    sid: sid('PN', 1),
    phoneNumber: '+14155550199',
    voiceUrl: '',
    voiceMethod: 'POST',
    voiceApplicationSid: null,
    trunkSid: null,
  },
};

const OUTPUTS: Outputs = {
  serverlessServiceSid: sid('ZS', 1),
  environment: { sid: sid('ZE', 1), domain: 'phone-verification-1000-dev.twil.io' },
  functionSids: { '/check-verify': sid('ZH', 1), '/start-verify': sid('ZH', 2) },
  buildSid: sid('ZB', 1),
  verifySubflowSid: sid('FW', 1),
  verifySubflowRevision: 1,
};

/** What the environment of that account says of it. */
export const MARK: Mark = {
  environment: 'made',
  verify: { status: 'made', sid: sid('VA', 1) },
  sync: { status: 'made', sid: sid('IS', 1) },
  subflow: sid('FW', 1),
  parent: sid('FW', 2),
  variables: [],
};

const BUILD = buildOf(WANT.bundle);

/** An account that is just as wanted. */
export const DEPLOYED: Have = {
  serverlessService: {
    ...{ sid: sid('ZS', 1), uniqueName: 'phone-verification', isOurs: true },
    includeCredentials: true,
  },
  environments: [
    {
      sid: sid('ZE', 1),
      uniqueName: 'dev',
      domainSuffix: 'dev',
      domain: 'phone-verification-1000-dev.twil.io',
      buildSid: BUILD.sid,
    },
  ],
  running: BUILD,
  matching: BUILD,
  resources: [],
  variables: [
    { sid: sid('ZV', 1), key: 'VERIFY_SERVICE_SID', value: sid('VA', 1) },
    { sid: sid('ZV', 3), key: 'SYNC_SERVICE_SID', value: sid('IS', 1) },
    { sid: sid('ZV', 4), key: MARK_KEY, value: formatMark(MARK) },
  ],
  verifyServices: [
    {
      sid: sid('VA', 1),
      friendlyName: 'Hotline dev',
      codeLength: 6,
      doNotShareWarningEnabled: false,
      rateLimits: [],
    },
  ],
  syncServices: [
    {
      ...{ sid: sid('IS', 1), friendlyName: 'phone-verification (dev)' },
      ...{ aclEnabled: false, webhooksFromRestEnabled: false, reachabilityWebhooksEnabled: false },
    },
  ],
  verifySubflows: [had(1, WANT.verifySubflow)],
  parentFlows: [had(2, WANT.parentFlow)],
  phoneNumber: {
    sid: sid('PN', 1),
    phoneNumber: '+14155550199',
    voiceUrl: webhookOf(2),
    voiceMethod: 'POST',
    voiceApplicationSid: null,
    trunkSid: null,
  },
};

/** A completed build of a bundle, with its manifest. */
export function buildOf(bundle: Bundle, number = 1): HadBuild {
  const files = [...bundle.files, manifestFile(bundle)];
  return {
    sid: sid('ZB', number),
    bundleHash: bundle.hash,
    hashes: Object.fromEntries(bundle.files.map((file) => [fileKey(file), file.hash])),
    versions: files.map(({ kind, path, visibility }, index) => ({
      ...{ kind, path, visibility },
      sid: sid('ZN', index + 1),
      resourceSid: sid('ZH', index + 1),
    })),
  };
}

function webhookOf(number: number): string {
  return `https://webhooks.twilio.com/v1/Accounts/${sid('AC', 1)}/Flows/${sid('FW', number)}`;
}

function flow(name: ShippedFlow): WantedFlow {
  const definition = shippedFlow(name);
  const contentHash = definitionHash(definition);
  return { name, friendlyName: `${name} (dev)`, sid: null, version: '1.0.0', definition, contentHash };
}

function had(number: number, wanted: WantedFlow): HadFlow {
  const wired = wireWithOutputs(wanted.definition, OUTPUTS);
  if (wired.kind === 'unknown') throw new Error(wired.reasons.join());
  return {
    sid: sid('FW', number),
    friendlyName: wanted.friendlyName,
    status: 'published',
    revision: 1,
    commitMessage: commitMessage({ ...wanted, buildSid: BUILD.sid }),
    webhookUrl: webhookOf(number),
    definition: wired.definition,
  };
}
