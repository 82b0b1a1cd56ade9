import net from 'node:net';

import { readConnectTarget } from '../../../../scripts/emulator/interception/connect-target';

const FOREIGN = '192.0.2.1';
const lookup = (): void => undefined;
const listener = (): void => undefined;

/** What Node itself makes of the arguments: not documented, but what `net.connect` calls. */
function nodeReads(args: readonly unknown[]): { host?: string; path?: string } {
  const normalise: unknown = Reflect.get(net, '_normalizeArgs');
  if (typeof normalise !== 'function') throw new Error('Node has no "_normalizeArgs"');
  const [options] = Reflect.apply(normalise, undefined, [args]) as [{ host?: string; path?: string }];
  return options;
}

describe('readConnectTarget', () => {
  test.each([
    [[80]],
    [['80']],
    [['80', FOREIGN]],
    [['0x50', FOREIGN]],
    [[' 8e1', FOREIGN]],
    [['', FOREIGN]],
    [['./a-socket', FOREIGN]],
    [['-1', FOREIGN]],
    [[80, FOREIGN, listener]],
    [[{ port: 80, host: FOREIGN, path: '' }]],
    [[{ port: 80, host: FOREIGN, path: undefined }]],
    [[{ port: 80, host: '' }]],
    [[{ port: 80, host: null }]],
    [[{ path: './a-socket', host: FOREIGN }]],
  ])('reads %j as Node does', (args) => {
    const { host, isPipe, args: rebuilt } = readConnectTarget(args);
    const [options] = rebuilt;
    const read = nodeReads(args);
    expect({ host, isPipe }).toEqual({ host: read.host || 'localhost', isPipe: Boolean(read.path) });
    expect(nodeReads(rebuilt)).toBe(options);
  });

  test('hands on the listener and every other option', () => {
    const options = { port: 80, host: '127.0.0.1', family: 4 };
    expect(readConnectTarget([options, listener]).args).toEqual([options, listener]);
    expect(readConnectTarget([[options, listener]]).args).toEqual([options, listener]);
    expect(readConnectTarget([[options, null]]).args).toEqual([options]);
  });

  test.each([
    ['own', { host: 'localhost', lookup }],
    ['frozen', Object.freeze({ host: 'localhost', lookup })],
    ['inherited', Object.create({ host: 'localhost', lookup }) as object],
  ])('leaves an %s look-up behind', (_how, options) => {
    expect(readConnectTarget([options]).args).toEqual([{ host: 'localhost' }]);
  });

  test('reads options that change their mind only once', () => {
    const hosts = ['localhost', FOREIGN];
    const options = {
      get host() {
        return hosts.shift();
      },
    };
    const { host, args } = readConnectTarget([options]);
    expect([host, args, hosts]).toEqual(['localhost', [{ host: 'localhost' }], [FOREIGN]]);
  });
});
