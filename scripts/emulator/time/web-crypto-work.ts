import { replaceMethod } from '../interception/replace';

/** Operations of `crypto.subtle` that are under way in this process. */
export interface WebCryptoWork {
  readonly isUnderWay: () => boolean;
}

/**
 * Counts the operations of `crypto.subtle` from now on. They run in Node's thread pool, where
 * `process.getActiveResourcesInfo()` does not see them: without this, virtual time would jump over a function that signs a token.
 */
export function watchWebCrypto(subtle: object = globalThis.crypto.subtle): WebCryptoWork {
  let count = 0;
  const methods: object = Object.getPrototypeOf(subtle) as object;
  for (const name of Object.getOwnPropertyNames(methods).filter((own) => own !== 'constructor')) {
    replaceMethod(methods, name, (_self, args, original) => {
      const result = original(...args);
      if (!(result instanceof Promise)) return result;
      count += 1;
      const end = (): void => {
        count -= 1;
      };
      result.then(end, end);
      return result;
    });
  }
  return { isUnderWay: () => count > 0 };
}
