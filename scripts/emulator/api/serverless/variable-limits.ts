import type { ServerlessVariable } from '../../entities/serverless-variable';
import type { Answer } from '../answers';
import { conflict, invalid } from './errors';
import { VARIABLE_VALUE_BYTES, VARIABLES_BYTES } from './limits';
import { isVariableKey } from './validation';

type Pair = Pick<ServerlessVariable, 'key' | 'value'>;

/** Why an environment with these other variables cannot have this one too; null when it can. Not public: the wordings. */
export function problemOfVariable(wanted: Pair, others: readonly Pair[]): Answer | null {
  if (!isVariableKey(wanted.key))
    return invalid(
      'Key can only have letters, numbers and underscores, no number first, and at most 128 of them',
    );
  if (Buffer.byteLength(wanted.value) > VARIABLE_VALUE_BYTES)
    return invalid(`Value is longer than ${VARIABLE_VALUE_BYTES} bytes`);
  if (others.some(({ key }) => key === wanted.key)) return conflict('Variable with this Key already exists.');
  return bytesOf([...others, wanted]) > VARIABLES_BYTES
    ? invalid(`Variables of an Environment are limited to ${VARIABLES_BYTES} bytes in all`)
    : null;
}

function bytesOf(pairs: readonly Pair[]): number {
  return pairs.reduce((sum, { key, value }) => sum + Buffer.byteLength(key + value), 0);
}
