import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { readWant } from '../../../scripts/deployment/read-want';
import type { Want } from '../../../scripts/deployment/want';
import type { FlowDefinition } from '../../../studio/model/flow-definition';
import { withProperties } from '../../scripts/deployment/edit-flow';
import { atVersion } from '../../scripts/deployment/installation';
import { NUMBER } from './rehearsal';

/** How one tree differs from the repository. */
export interface Tree {
  readonly version: string;
  /** A word that a function and a prompt of each flow have: what tells one tree from another. */
  readonly word: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** What is installed first. */
export const OLD_TREE: Tree = {
  version: '1.0.0',
  word: 'Goodbye.',
  variables: { VERIFY_RATE_LIMIT: 'codes_per_number', LOOKUP_LINE_TYPE: 'true' },
};

/** What it is upgraded to: both flows, a function and the variables change. */
export const NEW_TREE: Tree = {
  version: '2.0.0',
  word: 'See you.',
  variables: { VERIFY_RATE_LIMIT: 'codes_per_number' },
};

/** What somebody else upgrades it to at the same time. */
export const OTHER_TREE: Tree = {
  version: '3.0.0',
  word: 'So long.',
  variables: { VERIFY_RATE_LIMIT: 'codes_per_number', LOOKUP_LINE_TYPE: 'false' },
};

/** What deploying a tree should come to. */
export async function wantOf({ version, word, variables }: Tree): Promise<Want> {
  const projectDirectory = mkdtempSync(path.join(tmpdir(), 'tree-'));
  const builtDirectory = path.join(projectDirectory, 'dist');
  try {
    for (const part of ['studio/flows', 'dist/functions', 'dist/assets', 'package.json']) {
      cpSync(part, path.join(projectDirectory, part), { recursive: true });
    }
    // One request for each file that changes nothing: the functions of the IVR stand for all.
    for (const other of ['functions/otp', 'functions/web'])
      rmSync(path.join(builtDirectory, other), { recursive: true, force: true });
    const edit = editor(projectDirectory, version);
    edit('parent-ivr', (flow) => withProperties(flow, 'too_many_requests', { say: word }));
    edit('verify-subflow', (flow) => withProperties(flow, 'say_error', { say: word }));
    appendFileSync(path.join(builtDirectory, 'functions/start-verify.protected.js'), `\n// ${word}\n`);
    const setting = { environment: 'dev', phoneNumber: NUMBER, variables };
    const read = await readWant({ projectDirectory, builtDirectory, ...setting });
    if (read.kind === 'problems') throw new Error(read.problems.join('\n'));
    return read.want;
  } finally {
    rmSync(projectDirectory, { recursive: true });
  }
}

function editor(projectDirectory: string, version: string) {
  return (name: string, change: (flow: FlowDefinition) => FlowDefinition): void => {
    const file = path.join(projectDirectory, `studio/flows/${name}.json`);
    const flow = JSON.parse(readFileSync(file, 'utf8')) as FlowDefinition;
    writeFileSync(file, JSON.stringify(atVersion(version)(change(flow))));
  };
}
