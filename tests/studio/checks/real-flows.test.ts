import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFlow } from '../../../studio/checks/check-flow';

/** Real flows of other people, as they may lie beside the project; a clone of the project alone has none. */
const folder = join(__dirname, '..', '..', '..', '..', 'shared', 'flows');
const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : [];

test(`finds no error in real flows (${files.length === 0 ? 'none here' : files.length})`, () => {
  const errors = files.flatMap((file) => {
    const json: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    return checkFlow(json)
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, place, message }) => `${file}: ${place}: ${rule}: ${message}`);
  });
  expect(errors).toEqual([]);
});
