import type { JsonObject } from '../../../../studio/model/json';
import type { Problem } from '../../../../studio/model/problem';
import { type Answer, failed } from '../answers';

/**
 * 400 for a definition that Studio does not take (https://www.twilio.com/docs/api/errors/81022). The SDK reads the list
 * from `details`. Not public: the HTTP status.
 */
export function invalidDefinition(problems: readonly Problem[]): Answer {
  const answer = failed({ status: 400, code: 81022, message: 'Flow definition validation failed' });
  const details = {
    errors: problemsOf(problems, 'error'),
    warnings: problemsOf(problems, 'warning'),
  };
  return { ...answer, body: { ...answer.body, details } };
}

/** The problems of one severity as Studio lists them: `{message, property_path}`. */
export function problemsOf(problems: readonly Problem[], severity: Problem['severity']): JsonObject[] {
  return problems
    .filter((problem) => problem.severity === severity)
    .map(({ message, place }) => ({ message, property_path: place }));
}

/** 400 for a parameter with a value that it cannot have. Not public: the code and the wording. */
export function invalidParameter(name: string, expected: string): Answer {
  return failed({ status: 400, code: 20001, message: `Invalid parameter ${name}: ${expected}` });
}

/** 400 for addresses that are too long together (https://www.twilio.com/docs/api/errors/81023). */
export function addressesTooLong(): Answer {
  return failed({ status: 400, code: 81023, message: 'To and From are longer than 300 bytes together' });
}

/** 409 while another execution is active for the same two addresses. Not public: status, code and wording. */
export function contactActive(executionSid: string): Answer {
  return failed({
    status: 409,
    code: 20409,
    message: `An Execution is already active for this contact: end ${executionSid} first`,
  });
}

/** 429 for more new executions in a second than an account may start (https://www.twilio.com/docs/api/errors/20429). */
export function tooManyExecutions(): Answer {
  return failed({ status: 429, code: 20429, message: 'Too many requests: start executions more slowly' });
}
