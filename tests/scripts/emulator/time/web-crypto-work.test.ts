import { watchWebCrypto } from '../../../../scripts/emulator/time/web-crypto-work';

/** Stands in for `crypto.subtle`, whose methods would stay replaced. */
class Subtle {
  constructor(private readonly answer: Promise<string>) {}
  sign(key: string): Promise<string> {
    return this.answer.then((signature) => `${signature} by ${key}`);
  }
}

describe('watchWebCrypto', () => {
  test('sees an operation from its begin to its end', async () => {
    let sign: (signature: string) => void = () => undefined;
    const subtle = new Subtle(new Promise((resolve) => (sign = resolve)));
    const work = watchWebCrypto(subtle);
    expect(work.isUnderWay()).toBe(false);
    const signed = subtle.sign('me');
    expect(work.isUnderWay()).toBe(true);
    sign('signed');
    expect(await signed).toBe('signed by me');
    expect(work.isUnderWay()).toBe(false);
  });

  test('sees the end of one that fails', async () => {
    const subtle = new Subtle(Promise.reject(new Error('No key')));
    const work = watchWebCrypto(subtle);
    await expect(subtle.sign('me')).rejects.toThrow('No key');
    expect(work.isUnderWay()).toBe(false);
  });
});
