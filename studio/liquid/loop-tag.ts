import { ForTag, type Context, type Liquid, type Parser, type TagToken, type TopLevelToken } from 'liquidjs';
import { MAXIMUM_LOOP_ITERATIONS } from '../model/limits';

/**
 * Loops that one template may begin, those inside others counted each time: three levels of full loops are 241. Not public: what
 * ends a template whose loops are nested deeper; here it is a template error, since seven levels would run for minutes.
 */
export const MAXIMUM_LOOPS_BEGUN = 1000;

/** Loops begun in each render. */
const begun = new WeakMap<Context, number>();

/**
 * `{% for %}` with Studio's cap of 15 iterations. Not public: whether a longer loop is an error or stops there; here
 * it stops quietly.
 */
export class LoopTag extends ForTag {
  constructor(token: TagToken, remainTokens: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, remainTokens, liquid, parser);
    const { hash } = this;
    const render = hash.render.bind(hash);
    hash.render = function* (context: Context): ReturnType<typeof render> {
      countLoop(context);
      const modifiers = yield* render(context);
      const asked = Number(modifiers['limit'] ?? MAXIMUM_LOOP_ITERATIONS);
      return { ...modifiers, limit: Math.min(asked, MAXIMUM_LOOP_ITERATIONS) };
    };
  }
}

function countLoop(context: Context): void {
  const loops = (begun.get(context) ?? 0) + 1;
  if (loops > MAXIMUM_LOOPS_BEGUN) {
    throw new RangeError(`loops inside loops: more than ${MAXIMUM_LOOPS_BEGUN} were begun`);
  }
  begun.set(context, loops);
}
