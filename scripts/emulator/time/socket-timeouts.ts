import { Socket } from 'node:net';

import type { Milliseconds } from './clock';

/** The idle limits of sockets (`timeout` of http requests, axios and the Twilio SDK), moved to virtual time. */
export interface SocketTimeouts {
  /** When the next limit is reached; null without one. An idle keep-alive connection counts as none. */
  readonly nextAt: () => Milliseconds | null;
  /** Tells the sockets whose limit is reached. */
  readonly fire: () => void;
}

interface Limit {
  readonly milliseconds: Milliseconds;
  at: Milliseconds;
}

/**
 * Replaces `net.Socket.prototype.setTimeout` for this whole process. Node starts the limit anew at every read and
 * write by `_unrefTimer`, which therefore is replaced with it.
 */
export function installSocketTimeouts(now: () => Milliseconds): SocketTimeouts {
  const limits = new Map<Socket, Limit>();

  Socket.prototype.setTimeout = function setTimeout(this: Socket, milliseconds, listener) {
    if (this.destroyed) return this;
    Reflect.set(this, 'timeout', milliseconds);
    if (milliseconds === 0) {
      limits.delete(this);
      if (listener !== undefined) this.removeListener('timeout', listener);
      return this;
    }
    if (!limits.has(this)) this.once('close', () => limits.delete(this));
    limits.set(this, { milliseconds, at: now() + milliseconds });
    if (listener !== undefined) this.once('timeout', listener);
    return this;
  };

  Reflect.set(Socket.prototype, '_unrefTimer', function restart(this: Socket): void {
    const limit = limits.get(this);
    if (limit !== undefined) limit.at = now() + limit.milliseconds;
  });

  return {
    nextAt: () => {
      const moments = [...limits].flatMap(([socket, limit]) => (isInUse(socket) ? limit.at : []));
      return moments.length === 0 ? null : Math.min(...moments);
    },
    fire: () => {
      for (const [socket, limit] of [...limits]) {
        if (limit.at > now()) continue;
        limits.delete(socket);
        socket.emit('timeout');
      }
    },
  };
}

/** Node sets `_httpMessage` to null while a connection waits in an agent for its next request. */
function isInUse(socket: Socket): boolean {
  return Reflect.get(socket, '_httpMessage') !== null;
}
