import { isJsonObject, type Json, type JsonObject } from '../model/json';
import type { FlowScript } from '../scripting/flow-script';
import { parseFlowScript } from '../scripting/parse-flow-script';
import type { FlowTestCase, ParsedFlowTest, TestProblem } from './flow-test';
import { isList } from './matcher';
import { parseExpectation } from './parse-expectation';

const FILE_KEYS = ['$schema', 'flow', 'script', 'expect', 'cases'];
const CASE_KEYS = ['name', 'script', 'expect'];

/**
 * Reads a test of a flow, with all problems at once. Several `cases` share the file's `script`, each replacing the keys that its own
 * has; a file without `cases` is one case. `name` is what that one is called.
 */
export function parseFlowTest(json: unknown, name: string): ParsedFlowTest {
  const problems: TestProblem[] = [];
  if (!isJsonObject(json)) {
    const message = 'must be an object: {"flow": "flow.json", "script": {"trigger": {}}, "expect": {}}';
    return { ok: false, problems: [{ place: '#', message }] };
  }
  const flow = json['flow'];
  unknown(json, FILE_KEYS, '#', problems);
  if (typeof flow !== 'string' || flow === '')
    problems.push({ place: '#/flow', message: 'must name the file of the flow, from where the test is' });
  const cases = parseCases(json, name, problems);
  if (problems.length > 0 || typeof flow !== 'string') return { ok: false, problems };
  return { ok: true, test: { flow, cases } };
}

function parseCases(json: JsonObject, name: string, problems: TestProblem[]): FlowTestCase[] {
  const { cases, expect } = json;
  if (cases === undefined) return parseCase(name, json, {}, '#', problems);
  if (expect !== undefined)
    problems.push({ place: '#/expect', message: 'must stand in each of "cases", or alone without them' });
  if (!isList(cases) || cases.length === 0) {
    problems.push({ place: '#/cases', message: 'must be a list with a case at least' });
    return [];
  }
  const shared = json['script'] ?? {};
  if (!isJsonObject(shared)) problems.push({ place: '#/script', message: 'must be an object' });
  const names = new Set<Json>();
  return cases.flatMap((item, index) => {
    const place = `#/cases/${String(index)}`;
    const own = isJsonObject(item) ? item : {};
    const title = own['name'];
    unknown(own, CASE_KEYS, place, problems);
    if (typeof title !== 'string' || title === '' || names.has(title))
      problems.push({ place: `${place}/name`, message: 'must be a text that no other case has' });
    names.add(title ?? '');
    const text = typeof title === 'string' ? title : '';
    return parseCase(text, own, isJsonObject(shared) ? shared : {}, place, problems);
  });
}

function parseCase(
  name: string,
  json: JsonObject,
  shared: JsonObject,
  place: string,
  problems: TestProblem[],
): FlowTestCase[] {
  const expect = parseExpectation(json['expect'], `${place}/expect`, problems);
  const script = parseScript(json['script'] ?? {}, shared, `${place}/script`, problems);
  return script === undefined ? [] : [{ name, script, expect }];
}

function parseScript(
  own: Json,
  shared: JsonObject,
  place: string,
  problems: TestProblem[],
): FlowScript | undefined {
  if (!isJsonObject(own)) {
    problems.push({ place, message: 'must be an object' });
    return undefined;
  }
  const parsed = parseFlowScript({ ...shared, ...own });
  if (parsed.ok) return parsed.script;
  problems.push(...parsed.problems.map((message) => ({ place, message })));
  return undefined;
}

function unknown(json: JsonObject, known: readonly string[], place: string, problems: TestProblem[]): void {
  for (const key of Object.keys(json).filter((name) => !known.includes(name))) {
    problems.push({ place: `${place}/${key}`, message: `means nothing here: use ${known.join(', ')}` });
  }
}
