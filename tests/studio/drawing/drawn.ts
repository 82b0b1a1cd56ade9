import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawFlows } from '../../../studio/drawing/draw-flows';
import type { DrawnFlow } from '../../../studio/drawing/drawn-flow';
import type { FlowDefinition } from '../../../studio/model/flow-definition';
import { parseFlow } from '../../../studio/parsing/parse-flow';
import { parseXml, type XmlElement } from './parse-xml';

/** Names of the flows we ship. */
export const SHIPPED = ['parent-ivr', 'verify-subflow'] as const;

/** A flow that we ship, as it stands in the repository. */
export function shipped(name: (typeof SHIPPED)[number]): FlowDefinition {
  const file = join(__dirname, '..', '..', '..', 'studio', 'flows', `${name}.json`);
  const parsed = parseFlow(JSON.parse(readFileSync(file, 'utf8')), { allowPlaceholders: true });
  if (!parsed.ok) throw new Error(`${name} cannot be read`);
  return parsed.flow;
}

/** The picture of one flow, read again. */
export function drawn(definition: FlowDefinition, marks: Partial<DrawnFlow> = {}): XmlElement {
  return parseXml(drawFlows([{ name: 'a flow', definition, ...marks }]));
}
