/** What goes wrong with a request to one of the emulated APIs. */
export interface Fault {
  /** Host the request goes to: `verify.twilio.com`; every host when left out. */
  readonly host?: string;
  /** Path of the request; every path when left out. */
  readonly path?: RegExp;
  readonly method?: string;
  /** How many requests that fit it lets pass first; none when left out. Counts down. */
  after?: number;
  /** How many requests it hits before it is used up; for ever when left out. */
  times?: number;
  readonly effect: FaultEffect;
}

/**
 * - `answer`: an error instead of the effect; `code` is Twilio's, `status` the HTTP one.
 * - `delay`: the effect happens, the answer comes `milliseconds` later.
 * - `cut-before`: the connection ends before anything happened.
 * - `cut-after`: it happened, but the answer never arrives.
 */
export type FaultEffect =
  | { readonly kind: 'answer'; readonly status: number; readonly code: number; readonly message: string }
  | { readonly kind: 'delay'; readonly milliseconds: number }
  | { readonly kind: 'cut-before' }
  | { readonly kind: 'cut-after' };

/** The faults that are switched on. */
export interface Faults {
  /** Switches a fault on; call the answer to switch it off. */
  readonly add: (fault: Fault) => () => void;
  readonly clear: () => void;
  /** The first fault that fits a request and lets no more pass; uses it up once. */
  readonly take: (request: { host: string; path: string; method: string }) => FaultEffect | undefined;
}

/** A set of faults, empty at first. */
export function createFaults(): Faults {
  let faults: Fault[] = [];
  return {
    add: (fault) => {
      faults.push(fault);
      return () => {
        faults = faults.filter((other) => other !== fault);
      };
    },
    clear: () => {
      faults = [];
    },
    take: (request) => {
      const fault = faults.find((candidate) => fits(candidate, request) && !letsPass(candidate));
      if (fault?.times !== undefined) {
        fault.times -= 1;
        if (fault.times <= 0) faults = faults.filter((other) => other !== fault);
      }
      return fault?.effect;
    },
  };
}

/** Each fault counts the requests that reach it. */
function letsPass(fault: Fault): boolean {
  if (fault.after === undefined || fault.after <= 0) return false;
  fault.after -= 1;
  return true;
}

function fits(fault: Fault, request: { host: string; path: string; method: string }): boolean {
  if (fault.host !== undefined && fault.host !== request.host) return false;
  if (fault.method !== undefined && fault.method !== request.method) return false;
  return fault.path === undefined || fault.path.test(request.path);
}
