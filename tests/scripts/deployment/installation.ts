import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { createAccount } from '../../../scripts/deployment/create-account';
import type { Account } from '../../../scripts/deployment/account';
import { deploy, type Deployment } from '../../../scripts/deployment/deploy';
import { readWant, type WantOptions } from '../../../scripts/deployment/read-want';
import { VERSIONS_FILE } from '../../../scripts/deployment/versions/flow-versions-record';
import {
  FLOW_NAMES,
  readFlowVersions,
  recordFlowVersions,
} from '../../../scripts/deployment/versions/version-flows';
import { applyRollback, planRollbackTo } from '../../../scripts/deployment/rollback/rollback';
import type { Rollback, RollbackOptions } from '../../../scripts/deployment/rollback/rollback';
import { startLocalTwilio, type LocalTwilio } from '../../../scripts/emulator/local-twilio';
import type { FlowRevisionRecord } from '../../../scripts/emulator/entities/flow';
import type { FlowDefinition } from '../../../studio/model/flow-definition';

/** A flow of the project. */
export type FlowName = 'verify-subflow' | 'parent-ivr' | 'otp-by-reply';

/** A copy of the project, and a local Twilio that it is deployed to as environment `dev`, with the real SDK. */
export interface Installation {
  readonly twilio: LocalTwilio;
  readonly account: Account;
  readonly projectDirectory: string;
  readonly deploy: (options?: Partial<WantOptions>) => Promise<Deployment>;
  /** Plans and applies; throws when there is no plan. */
  readonly rollBack: (options: Partial<RollbackOptions> & Pick<RollbackOptions, 'to'>) => Promise<Rollback>;
  /** Changes a flow's file and, unless told otherwise, writes its version. */
  readonly edit: (name: FlowName, change: (flow: FlowDefinition) => FlowDefinition) => void;
  /** Makes the built functions others than before. */
  readonly rebuild: (note: string) => void;
  readonly readFile: (name: string) => string;
  readonly sidOf: (name: FlowName) => string;
  /** All revisions of a flow, oldest first. */
  readonly revisions: (name: FlowName) => readonly FlowRevisionRecord[];
  /** Publishes a changed flow as the console does: without our commit message. */
  readonly editInConsole: (
    name: FlowName,
    change: (flow: FlowDefinition) => FlowDefinition,
    status?: 'published' | 'draft',
  ) => Promise<void>;
  /** SID of the build that the environment runs. */
  readonly runningBuild: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Sets one up; nothing is deployed yet. */
export async function installation(): Promise<Installation> {
  const projectDirectory = mkdtempSync(path.join(tmpdir(), 'project-'));
  const builtDirectory = path.join(projectDirectory, 'dist');
  for (const part of ['studio/flows', 'dist', 'package.json']) {
    cpSync(part, path.join(projectDirectory, part), { recursive: true });
  }
  await makeFirstVersion(projectDirectory);
  const twilio = await startLocalTwilio({ clock: 'virtual' });
  const client = twilio.client();
  const account = createAccount({ client, wait: twilio.wait, random: () => 0.5, uploadOrigin: twilio.url });
  const fileOf = (name: FlowName) => path.join(projectDirectory, `studio/flows/${name}.json`);
  const flowOf = (name: FlowName) => {
    const flows = [...twilio.store.flows.values()];
    const flow = flows.find(({ revisions }) => revisions.at(-1)?.friendlyName === `${name} (dev)`);
    if (flow === undefined) throw new Error(`There is no flow "${name} (dev)"`);
    return flow;
  };
  return {
    twilio,
    account,
    projectDirectory,
    deploy: async (options) => {
      const read = await readWant({
        ...{ projectDirectory, builtDirectory, environment: 'dev', phoneNumber: null, variables: {} },
        ...options,
      });
      if (read.kind === 'problems') throw new Error(read.problems.join('\n'));
      return deploy(account, read.want);
    },
    rollBack: async (options) => {
      const defaults = { environment: 'dev', restoreNumber: false, overwrite: false };
      const planned = await planRollbackTo(account, { ...defaults, ...options });
      if (planned.kind !== 'plan') throw new Error(JSON.stringify(planned));
      return applyRollback(account, planned);
    },
    edit: (name, change) => {
      const flow = JSON.parse(readFileSync(fileOf(name), 'utf8')) as FlowDefinition;
      writeFileSync(fileOf(name), JSON.stringify(change(flow)));
    },
    rebuild: (note) => {
      appendFileSync(path.join(builtDirectory, 'functions/start-verify.protected.js'), `\n// ${note}\n`);
    },
    readFile: (name) => readFileSync(path.join(projectDirectory, name), 'utf8'),
    sidOf: (name) => flowOf(name).sid,
    revisions: (name) => flowOf(name).revisions,
    editInConsole: async (name, change, status = 'published') => {
      const { sid, revisions } = flowOf(name);
      const newest = revisions.at(-1);
      if (newest === undefined) throw new Error('A flow has revisions');
      await client.studio.v2.flows(sid).update({ status, definition: change(newest.definition) });
    },
    runningBuild: async () => {
      const service = client.serverless.v1.services('phone-verification');
      const [environment] = await service.environments.list();
      return environment?.buildSid ?? 'none';
    },
    stop: async () => {
      await twilio.stop();
      rmSync(projectDirectory, { recursive: true });
    },
  };
}

/** Sets the version in a flow's description. */
export function atVersion(version: string): (flow: FlowDefinition) => FlowDefinition {
  return (flow) => ({ ...flow, description: flow.description.replace(/ \d+\.\d+\.\d+:/, ` ${version}:`) });
}

/** Makes what is shipped version 1.0.0 of a project that has no other yet: what its number is does not matter to tests. */
async function makeFirstVersion(projectDirectory: string): Promise<void> {
  for (const name of FLOW_NAMES) {
    const file = path.join(projectDirectory, `studio/flows/${name}.json`);
    // As text: the file stays as it is written.
    writeFileSync(file, readFileSync(file, 'utf8').replace(/ \d+\.\d+\.\d+:/, ' 1.0.0:'));
  }
  writeFileSync(path.join(projectDirectory, VERSIONS_FILE), '{}');
  const reading = await readFlowVersions(projectDirectory);
  if (reading.kind === 'problems') throw new Error(reading.problems.join('\n'));
  await recordFlowVersions(projectDirectory, reading);
}
