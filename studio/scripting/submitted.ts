import { takeKey, timeOut, type GatherResult, type GatherRules } from '../model/gather';
import type { Input } from '../model/wait';

/** What a gather submits of the keys somebody presses; silence when the finish key comes first. */
export function submitted(rules: GatherRules, keys: string): Extract<Input, { kind: 'keys' | 'timeout' }> {
  const collected = Array.from(keys).reduce<GatherResult>(
    (result, key) => (result.kind === 'more' ? takeKey(rules, result.digits, key) : result),
    { kind: 'more', digits: '' },
  );
  const gathered = collected.kind === 'more' ? timeOut(collected.digits) : collected;
  return gathered.kind === 'empty' ? { kind: 'timeout' } : { kind: 'keys', digits: gathered.digits };
}
