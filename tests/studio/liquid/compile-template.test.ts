import fc from 'fast-check';
import { compileTemplate } from '../../../studio/liquid/compile-template';
import { engine, showTime } from '../../../studio/liquid/engine';
import { firstLine } from '../../../studio/liquid/parse-template';
import { StudioContext } from '../../../studio/liquid/studio-context';
import type { JsonObject } from '../../../studio/model/json';

/** What liquidjs makes of a template by itself. */
function interpreted(template: string, scope: JsonObject): string {
  return textOr(() => String(engine.parseAndRenderSync(template, new StudioContext(scope))));
}

function compiled(template: string, scope: JsonObject): string {
  const print = compileTemplate(template);
  if (print instanceof Error) throw print;
  return textOr(() => print(scope));
}

/** A text, or why there is none. */
function textOr(render: () => string): string {
  try {
    return render();
  } catch (error) {
    return firstLine(error);
  }
}

const NAMES = ['a', 'b', 'size', 'first', 'length', 'toString', '__proto__', '0'];

const plain = { noNullPrototype: true };
const scopes = fc.dictionary(
  fc.constantFrom('a', 'b'),
  fc.oneof(
    fc.constantFrom('x', 'y', '', '2', 2, 0, true, false, null),
    fc.array(fc.constantFrom('x', 1, null), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom('a', 'b', 'size', '0'),
      fc.constantFrom('x', 'y', 1, false, null, ['x']),
      plain,
    ),
  ),
  plain,
);

const paths = fc
  .array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 3 })
  .map(([root = 'a', ...rest]) => (root === '0' ? 'a' : root) + rest.map((name) => `["${name}"]`).join(''));
const operands = fc.oneof(paths, fc.constantFrom('"x"', '2', 'true', 'nil', 'empty', 'a[0]', '(1..2)'));
const conditions = fc
  .array(fc.tuple(fc.constantFrom('==', '!=', 'and', 'or', '>', 'contains'), operands), { maxLength: 3 })
  .chain((rest) =>
    operands.map((first) => first + rest.map(([operator, next]) => ` ${operator} ${next}`).join('')),
  );

const templates = fc.letrec<{ template: string; node: string }>((tie) => ({
  template: fc.array(tie('node'), { maxLength: 3 }).map((nodes) => nodes.join('')),
  node: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(
      ' words ',
      '{% assign a = "changed" %}',
      '{% comment %}c{% endcomment %}',
      '{%- raw %}r{% endraw -%}',
    ),
    operands.map((operand) => `{{ ${operand} }}`),
    paths.map((path) => `{{- ${path} | default: "d" | upcase -}}`),
    fc
      .tuple(conditions, tie('template'), conditions, tie('template'), tie('template'))
      .map(
        ([first, one, second, other, otherwise]) =>
          `{% if ${first} %}${one}{% elsif ${second} %}${other}{% else %}${otherwise}{% endif %}`,
      ),
  ),
})).template;

describe('compileTemplate', () => {
  test('renders every template as liquidjs does', () => {
    showTime(0);
    fc.assert(
      fc.property(templates, scopes, (template, scope) => {
        expect(compiled(template, scope)).toBe(interpreted(template, scope));
      }),
      { numRuns: 2000, seed: 7 },
    );
  });

  test('compiles a text once', () => {
    expect(compileTemplate('{{ a }} once')).toBe(compileTemplate('{{ a }} once'));
  });

  test('refuses what liquidjs refuses', () => {
    expect(compileTemplate('{% if %}')).toBeInstanceOf(Error);
  });
});
