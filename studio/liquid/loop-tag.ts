import { ForTag, type Context, type Liquid, type Parser, type TagToken, type TopLevelToken } from 'liquidjs';
import { MAXIMUM_LOOP_ITERATIONS } from '../model/limits';

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
      const modifiers = yield* render(context);
      const asked = Number(modifiers['limit'] ?? MAXIMUM_LOOP_ITERATIONS);
      return { ...modifiers, limit: Math.min(asked, MAXIMUM_LOOP_ITERATIONS) };
    };
  }
}
