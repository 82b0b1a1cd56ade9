/** Puts back what was there before. */
export type Undo = () => void;

/** A function that stands in for another: gets `this`, the arguments, and the one it replaced. */
export type StandIn = (self: unknown, args: unknown[], original: (...args: unknown[]) => unknown) => unknown;

/** Replaces a method of an object, in place, by a stand-in. Does nothing where there is no such method. */
export function replaceMethod(target: object, name: string, standIn: StandIn): Undo {
  const original: unknown = Reflect.get(target, name);
  if (typeof original !== 'function') return () => undefined;
  const isOwn = Object.hasOwn(target, name);
  const replacement = function (this: unknown, ...args: unknown[]): unknown {
    return standIn(this, args, (...others): unknown => Reflect.apply(original, this, others));
  };
  // `promisify` and others look for properties of the function itself.
  Object.defineProperties(replacement, Object.getOwnPropertyDescriptors(original));
  Reflect.set(target, name, replacement);
  return () => {
    if (isOwn) Reflect.set(target, name, original);
    else Reflect.deleteProperty(target, name);
  };
}

/** Undoes all, the latest first. */
export function undoAll(undos: readonly Undo[]): Undo {
  return () => {
    for (const undo of [...undos].reverse()) undo();
  };
}
