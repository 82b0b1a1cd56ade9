import { Context } from 'liquidjs';
import type { JsonObject } from '../model/json';
import { engine } from './engine';

/**
 * The variables of one render. Unknown names are empty; an index that an array does not have is a template error
 * (https://www.twilio.com/docs/api/errors/81018).
 */
export class StudioContext extends Context {
  constructor(scope: JsonObject) {
    super(scope, engine.options, {}, { liquid: engine });
  }

  override readProperty(...[owner, key]: Parameters<Context['readProperty']>): unknown {
    if (Array.isArray(owner) && typeof key === 'number' && owner.at(key) === undefined) {
      throw new RangeError(`index ${key} is out of range, the list has ${owner.length} items`);
    }
    const value: unknown = super.readProperty(owner, key);
    return value;
  }
}
