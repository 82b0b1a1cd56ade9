import dgram from 'node:dgram';
import dns from 'node:dns';
import { Socket } from 'node:net';

import { readConnectTarget } from './connect-target';
import { BlockedError, isLoopback } from './hosts';
import { replaceMethod, undoAll } from './replace';
import type { StandIn, Undo } from './replace';

/**
 * Fails closed: refuses every TCP connection, name look-up and datagram that is not for this machine, before a packet
 * leaves. What goes to Twilio never gets here, because it is led elsewhere first. It stops mistakes, not malice: programs
 * that are not Node are out of reach, and so is code that goes below Node's own modules.
 */
export function guardNetwork(): Undo {
  return undoAll([
    replaceMethod(Socket.prototype, 'connect', connectOrRefuse),
    ...guardLookups(),
    ...['send', 'connect'].map((name) => replaceMethod(dgram.Socket.prototype, name, datagramOrRefuse)),
  ]);
}

const connectOrRefuse: StandIn = (self, args, connect) => {
  const target = readConnectTarget(args);
  if (target.isPipe || isLoopback(target.host)) return connect(...target.args);
  const error = new BlockedError('connect to', target.host);
  if (!(self instanceof Socket)) throw error;
  // As Node reports a connection that fails: by an event, once the caller has had time to add its listener.
  process.nextTick(() => self.destroy(error));
  return self;
};

function guardLookups(): Undo[] {
  const resolvers = [dns.Resolver.prototype, dns.promises.Resolver.prototype];
  return [
    ...lookupNames(dns).map((name) => replaceMethod(dns, name, callBackOrRefuse)),
    ...lookupNames(dns.promises).map((name) => replaceMethod(dns.promises, name, resolveOrRefuse)),
    ...resolvers.flatMap((resolver) => {
      const refuse = resolver === dns.Resolver.prototype ? callBackOrRefuse : resolveOrRefuse;
      return lookupNames(resolver).map((name) => replaceMethod(resolver, name, refuse));
    }),
  ];
}

function lookupNames(target: object): string[] {
  const names = new Set<string>();
  for (
    let at: object | null = target;
    at !== null && at !== Object.prototype;
    at = Reflect.getPrototypeOf(at)
  )
    for (const name of Object.getOwnPropertyNames(at))
      if (/^(?:lookup|resolve|reverse)/.test(name)) names.add(name);
  return [...names];
}

const callBackOrRefuse: StandIn = (_self, args, lookup) => {
  const host = String(args[0]);
  if (isLoopback(host)) return lookup(...args);
  const callback = args.at(-1);
  if (typeof callback !== 'function') throw new BlockedError('look up', host);
  process.nextTick(() => {
    Reflect.apply(callback, undefined, [new BlockedError('look up', host)]);
  });
  return {};
};

const resolveOrRefuse: StandIn = async (_self, args, lookup) => {
  const host = String(args[0]);
  if (!isLoopback(host)) throw new BlockedError('look up', host);
  return lookup(...args);
};

/** The address is the last text among the arguments; without one the datagram goes to this machine. */
const datagramOrRefuse: StandIn = (_self, args, original) => {
  const host = args.slice(1).find((argument) => typeof argument === 'string');
  if (typeof host === 'string' && !isLoopback(host)) throw new BlockedError('send a datagram to', host);
  return original(...args);
};
