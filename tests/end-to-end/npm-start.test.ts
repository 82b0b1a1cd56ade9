import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { descendantsOf, untilGone } from './processes';
import { runToEnd, startCommand } from './run-command';

// Each test starts Node, loads the SDK and builds the project, on a machine that does other things too.
jest.setTimeout(60_000);

describe('npm start', () => {
  test('takes a call from a pipe, hangs up, quits and leaves no process', async () => {
    const phone = startCommand('start', []);
    await phone.until(/q quit/);
    await phone.until(/Passcodes +URL=http:\/\/127\.0\.0\.1:\d+ .*\n +and pages +KEY=otpk_[\w-]{43}/);
    phone.child.stdin.write('c\n');
    await phone.until(/calls \+14155550199/);
    await phone.until(/code is: \d{6}/);
    const processes = descendantsOf(phone.child.pid);
    expect(processes.length).toBeGreaterThan(0);
    phone.child.stdin.write('h\n');
    await phone.until(/You hung up/);
    phone.child.stdin.write('q\n');
    expect(await phone.finished).toMatchObject({ code: 0, stderr: '' });
    await untilGone(processes);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('ends with 0 on %s in the middle of a call', async (signal) => {
    const phone = startCommand('start', []);
    await phone.until(/q quit/);
    phone.child.stdin.write('c\n');
    await phone.until(/calls \+14155550199/);
    const processes = descendantsOf(phone.child.pid);
    expect(processes.length).toBeGreaterThan(0);
    phone.child.kill(signal);
    expect((await phone.finished).stderr).toBe('');
    expect((await phone.finished).code).toBe(0);
    await untilGone(processes);
  });

  test('quits when a pipe has no more to say and the call is over', async () => {
    const { code, stdout } = await runToEnd('start', [], 'c\nh\n');
    expect(code).toBe(0);
    expect(stdout).toContain('You hung up');
  });

  test('serves the phone page while it runs', async () => {
    const phone = startCommand('start', []);
    const shown = await phone.until(/Phone page {2}(http:\/\/127\.0\.0\.1:\d+)[^]*q quit/);
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(shown)?.[0] ?? '';
    expect(await (await fetch(url)).text()).toContain('<title>Phone verification, local</title>');
    phone.child.stdin.write('q\n');
    expect((await phone.finished).code).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });

  test.each([
    ['--port', []],
    ['--page-port', ['--port', '0']],
    ['--proxy-port', ['--port', '0']],
  ])('says in one sentence which port is taken: %s', async (option, others) => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await runToEnd('start', [...others, option, String(port)]);
    await new Promise((resolve) => other.close(resolve));
    expect(code).toBe(1);
    expect(stderr).toMatch(
      new RegExp(`^Cannot listen on port ${String(port)}: [^\\n]* ${option},[^\\n]*\\n$`),
    );
  });

  test('refuses a port out of range', async () => {
    const { code, stderr } = await runToEnd('start', ['--port', '70000']);
    expect(code).toBe(2);
    expect(stderr).toContain("'70000'");
  });
});
