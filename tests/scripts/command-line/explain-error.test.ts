import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { ConfigurationError } from '../../../scripts/command-line/configuration-error';
import { explainError } from '../../../scripts/command-line/explain-error';
import { onPort } from '../../../scripts/command-line/port-option';

describe('explainError', () => {
  test('names the option that chooses another port', async () => {
    const taken = Object.assign(new Error('taken'), { code: 'EADDRINUSE', port: 4010 });
    const failed: unknown = await onPort('--proxy-port', Promise.reject(taken)).catch(
      (error: unknown) => error,
    );
    expect(explainError(failed, false)).toContain(
      'port 4010: another program uses it; choose another with --proxy-port',
    );
  });

  test('says a known trouble in its own words', () => {
    const error = new ConfigurationError('broken-env-file', 'Cannot read .env: line 3 is no assignment.');
    expect(explainError(error, false)).toBe('Cannot read .env: line 3 is no assignment.');
  });

  test('names the busy port', async () => {
    const first = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => first.once('listening', resolve));
    const { port } = first.address() as AddressInfo;
    const error: unknown = await new Promise((resolve) =>
      createServer().once('error', resolve).listen(port, '127.0.0.1'),
    );
    await new Promise((resolve) => first.close(resolve));
    expect(explainError(error, false)).toMatch(
      new RegExp(`^Cannot listen on port ${String(port)}: .*--port`),
    );
  });

  test.each([
    ["Cannot find module 'left-pad'\nRequire stack:\n- demo.ts", 'MODULE_NOT_FOUND', 'left-pad'],
    ["Cannot find package '@scope/tool' imported from demo.ts", 'ERR_MODULE_NOT_FOUND', '@scope/tool'],
  ])('sends people to npm ci after "%s"', (message, code, name) => {
    expect(explainError(Object.assign(new Error(message), { code }), false)).toBe(
      `Cannot find the package "${name}": run "npm ci" in the project's folder, then try again.`,
    );
  });

  test.each([
    ['EACCES', 'mkdtemp', 'does not allow it'],
    ['EPERM', 'rename', 'does not allow it'],
    ['EROFS', 'mkdir', 'read-only'],
    ['ENOSPC', 'copyfile', 'is full'],
  ])('names the folder behind %s', (code, syscall, reason) => {
    const error = Object.assign(new Error(`${code}: no`), { code, syscall, path: '/project/dist' });
    expect(explainError(error, false)).toMatch(new RegExp(`^Cannot use "/project/dist": .*${reason}`));
  });

  test('takes a missing file of our own for a bug', () => {
    const error = Object.assign(new Error("Cannot find module './gone'"), { code: 'MODULE_NOT_FOUND' });
    expect(explainError(error, false)).toMatch(/^This is a bug/);
  });

  test('shows a bug in one line without numbers', () => {
    const text = explainError(new Error('Nobody at +14155550100\nat line 2'), false);
    expect(text).toBe(
      'This is a bug in the command: Nobody at +…00. Run it again with DEBUG=1 to see where.',
    );
  });

  test('shows the stack when asked to', () => {
    expect(explainError(new TypeError('oops'), true)).toMatch(/This is a bug[^]*TypeError: oops\n\s+at /);
  });
});
