import type { JsonObject } from '../../../studio/model/json';

/** Something that happened, before anybody is told. */
export interface Happening {
  /** `com.twilio.studio.flow.execution.started` */
  readonly type: string;
  /** Its path below Twilio's schemas: `Studio.FlowExecutionEvent/2`. */
  readonly schema: string;
  /** The resource that it happened to. */
  readonly source: string;
  readonly data: JsonObject;
}

/** Makes the event as Event Streams sends it: a CloudEvent 1.0. `time` in milliseconds since 1970. */
export function cloudEvent({ type, schema, source, data }: Happening, id: string, time: number): JsonObject {
  return {
    specversion: '1.0',
    type,
    source,
    id,
    dataschema: `https://events-schemas.twilio.com/${schema}`,
    datacontenttype: 'application/json',
    time: new Date(time).toISOString(),
    data,
  };
}
