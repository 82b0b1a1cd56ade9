import type { Undo } from './replace';

/**
 * Variables that make the Twilio SDK (upper-case HTTP_PROXY), the toolkit or Node itself go through a proxy, which would
 * lead past the local Twilio and out of the machine.
 */
export const proxyVariables: readonly string[] = [
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'ALL_PROXY',
  'http_proxy',
  'https_proxy',
  'all_proxy',
  'NODE_USE_ENV_PROXY',
  'TWILIO_CA_BUNDLE',
];

/** Takes the proxy variables out of this process's environment. */
export function removeProxyVariables(): Undo {
  const removed = proxyVariables.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  for (const [name] of removed) Reflect.deleteProperty(process.env, name);
  return () => {
    for (const [name, value] of removed) process.env[name] = value;
  };
}
