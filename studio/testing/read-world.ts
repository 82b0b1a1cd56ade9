import { isJsonObject, type Json, type JsonObject } from '../model/json';
import type { RequestResult } from '../model/wait';
import { answerTable, asStudioReads, type AnswerTable } from '../scripting/answer-table';
import type { FlowScript } from '../scripting/flow-script';
import { parseAnswers } from '../scripting/parse-answers';
import { FlowTestError } from './flow-test-error';
import type { Answer, FlowWorld } from './world';

/** What answers the requests of a flow. */
export function answersOf(http: FlowWorld['http'], rules: FlowScript['http']): AnswerTable {
  if (typeof http !== 'function') return answerTable(rules);
  return {
    answer: ({ addTwilioAuth: _credentials, ...request }) => {
      const answer = http(request);
      return answer && readAnswer(answer);
    },
  };
}

/** An answer as a test writes it. Throws what is wrong with it. */
export function readAnswer(answer: Answer): RequestResult {
  if (!isPlainAnswer(answer)) {
    throw new FlowTestError(
      'An answer is an object such as { status: 200, body: {} }, not a text and not a promise: let "http" give undefined, wait for the real answer, then answer()',
    );
  }
  const parsed = parseAnswers([{ url: '', ...readData(answer) }]);
  if (!parsed.ok) throw new FlowTestError(parsed.problems.join('\n'));
  const result = parsed.part[0]?.answers[0];
  if (result === undefined) throw new Error('One rule has one answer');
  return asStudioReads(result);
}

function isPlainAnswer(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && !('then' in answer);
}

/** Any object as JSON has it: what JSON has not is left out. */
export function readData(value: object): JsonObject {
  const json = JSON.parse(JSON.stringify(value)) as Json;
  return isJsonObject(json) ? json : {};
}
