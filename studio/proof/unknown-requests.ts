import { openObject, unknownText } from '../model/unknown';
import type { RequestResult } from '../model/wait';
import type { CallWorld } from './call-world';
import type { Choice } from './choice';

/**
 * Any answer of a server, or of a function, that the proof knows nothing about: whatever status, body and keys. A request that is not
 * answered at all leaves by the same event as one that fails, with less to read.
 */
export function unknownAnswers(widget: string, name: string, world: CallWorld): Choice[] {
  const parsed = openObject(`${name}.parsed`);
  const outputs = {
    body: unknownText(`${name}.body`),
    content_type: unknownText(`${name}.content_type`),
    status_code: unknownText(`${name}.status_code`),
    headers: openObject(`${name}.headers`),
  };
  return [true, false].map((isSuccess): Choice => {
    const result: RequestResult = {
      status: isSuccess ? 200 : 500,
      contentType: '',
      body: '',
      shown: { outputs, parsed },
    };
    return {
      label: isSuccess ? `"${widget}" is answered` : `"${widget}" is answered with an error, or not at all`,
      input: { kind: 'request-result', result },
      world,
      open: { kind: 'answer', widget, isSuccess },
      script: { kind: 'answer', result },
    };
  });
}
