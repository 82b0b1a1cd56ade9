import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { buildProject } from '../bundling/build-project';
import { deployToLocal } from '../deployment/deploy-to-local';
import type { LocalTwilio } from '../emulator/local-twilio';
import { startLocalTwilio } from '../emulator/local-twilio';
import type { Figure } from './figure';
import { timed } from './figure';
import { deployUnwrapped } from './unwrapped-deployment';

/** How long every answer of the local Twilio takes here, in milliseconds: about what a request over the internet does. */
const ANSWER_MILLISECONDS = 100;

const HOSTS = ['api', 'verify', 'serverless', 'serverless-upload', 'studio', 'sync'].map(
  (name) => `${name}.twilio.com`,
);

/** What one deployment cost. */
interface Cost {
  readonly requests: number;
  readonly seconds: number;
}

/**
 * A first deployment, one that changes nothing and one of a single changed function, in real time with a slow network, beside
 * the toolkit's own client doing its part (functions only, no flows, no Verify) against the same local Twilio.
 */
export async function deployments(projectDirectory: string): Promise<Figure[]> {
  const builtDirectory = await mkdtemp(path.join(tmpdir(), 'bench-build-'));
  try {
    const outputDirectory = path.join(projectDirectory, 'dist');
    const build = await buildProject({ rootDirectory: projectDirectory, outputDirectory });
    if (build.status === 'failed') throw new Error(build.problems.join('; '));
    await cp(outputDirectory, builtDirectory, { recursive: true });
    const ours = await measureOurs(projectDirectory, builtDirectory);
    const unwrapped = await onSlowTwilio((local) =>
      measure(local, () => deployUnwrapped(local, builtDirectory)),
    );
    return [
      ...figuresOf('first deploy', ours.first),
      ...figuresOf('unchanged deploy', ours.unchanged, { atMost: 12 }),
      ...figuresOf('one-function change', ours.changed),
      ...figuresOf('toolkit client, its part of a first deploy', unwrapped),
    ];
  } finally {
    await rm(builtDirectory, { recursive: true });
  }
}

async function measureOurs(projectDirectory: string, builtDirectory: string) {
  return onSlowTwilio(async (local) => {
    const deploy = async (): Promise<void> => {
      const result = await deployToLocal(local, { projectDirectory, builtDirectory });
      if (result.status !== 'deployed') throw new Error(result.problems.join('; '));
    };
    const first = await measure(local, deploy);
    const unchanged = await measure(local, deploy);
    const file = path.join(builtDirectory, 'functions', 'check-verify.protected.js');
    await appendFile(file, '\n// changed\n');
    const changed = await measure(local, deploy);
    return { first, unchanged, changed };
  });
}

async function onSlowTwilio<T>(work: (local: LocalTwilio) => Promise<T>): Promise<T> {
  const local = await startLocalTwilio({ clock: 'real', seed: 'bench' });
  try {
    for (const host of HOSTS)
      local.faults.add({ host, effect: { kind: 'delay', milliseconds: ANSWER_MILLISECONDS } });
    return await work(local);
  } finally {
    await local.stop();
  }
}

async function measure(local: LocalTwilio, deploy: () => Promise<unknown>): Promise<Cost> {
  let requests = 0;
  const stop = local.onRequest(() => {
    requests += 1;
  });
  const milliseconds = await timed(deploy);
  stop();
  return { requests, seconds: milliseconds / 1000 };
}

function figuresOf(name: string, { requests, seconds }: Cost, aim?: { readonly atMost: number }): Figure[] {
  return [
    { name: `${name}: requests`, value: requests, unit: '', ...(aim && { aim }) },
    { name: `${name}: time`, value: seconds, unit: 's' },
  ];
}
