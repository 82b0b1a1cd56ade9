import { TypeGuards, type Template } from 'liquidjs';
import { engine } from './engine';
import { tagsIn, withoutTexts } from './lexed-tags';
import { argumentsOf, filteredIn, type Filtered } from './template-nodes';

/** What parses and still says nothing sensible. */
export interface LiquidDoubt {
  readonly message: string;
  /** A filter that stands there as a variable, since there is no `|` before it. */
  readonly filter?: string;
}

const ENDS_IN_PIPE = /\|\s*-?[}%]\}$/;
const HAS_EMPTY_ARGUMENT = /:\s*(?:[|,]|-?[}%]\}$)/;

/**
 * What Shopify's Liquid passes over in silence, unless it is told to be strict, and liquidjs too: values side by side, a comparison
 * with one side, a `|` or a `:` with nothing after it. Which of them Studio refuses nobody says.
 */
export function doubtsIn(template: string, nodes: readonly Template[]): LiquidDoubt[] {
  const values = nodes.flatMap((node) => argumentsOf(node).flatMap((argument) => filteredIn(argument) ?? []));
  return [...tagsIn(template).flatMap(doubtsInTag), ...values.flatMap(doubtsInValue)];
}

function doubtsInTag(tag: string): LiquidDoubt[] {
  const code = withoutTexts(tag);
  const doubts: LiquidDoubt[] = [];
  if (ENDS_IN_PIPE.test(code))
    doubts.push({ message: `no filter follows the last "|" in ${tag}: add it, or remove the "|"` });
  if (HAS_EMPTY_ARGUMENT.test(code))
    doubts.push({ message: `nothing follows a ":" in ${tag}: add what it needs, or remove it` });
  return doubts;
}

function doubtsInValue({ initial: { postfix } }: Filtered): LiquidDoubt[] {
  const operands = postfix.filter((token) => !TypeGuards.isOperatorToken(token));
  const operators = postfix.filter(TypeGuards.isOperatorToken).map(({ operator }) => operator);
  const [last] = operators.filter((operator) => operator !== 'not').slice(-1);
  const wanted = operators.filter((operator) => operator !== 'not').length + 1;
  if (operands.length < wanted)
    return [{ message: `a side of "${last}" is missing: write it, or remove "${last}"` }];
  return operands.length > wanted ? besides(operands.slice(1).map((token) => token.getText())) : [];
}

/** The filters among some values too many; the last value if there are none. */
function besides(texts: readonly string[]): LiquidDoubt[] {
  const filters = texts.filter((text) => Object.hasOwn(engine.filters, text));
  if (filters.length === 0) {
    return texts.slice(-1).map((text) => ({
      message: `"${text}" stands beside another value and does nothing: put an operator or "|" before it, or remove it`,
    }));
  }
  return filters.map((filter) => ({
    filter,
    message: `"${filter}" is a filter, and no "|" stands before it: write "| ${filter}"`,
  }));
}
