import type { JsonObject } from '../model/json';

/** What came of a flow in a scripted world: plain JSON. */
export interface FlowResult {
  /** Widgets of a subflow are named `parentWidget/childWidget`; `next` is null where a branch ends. */
  readonly steps: readonly {
    readonly widget: string;
    readonly event: string;
    readonly next: string | null;
  }[];
  /** What was said, or the URL of what was played. */
  readonly heard: readonly string[];
  readonly sent: readonly { readonly to: string; readonly body: string }[];
  readonly requests: readonly {
    readonly method: string;
    readonly url: string;
    readonly parameters: Readonly<Record<string, string>>;
  }[];
  /** `flow.variables` of the flow itself at the end. */
  readonly variables: JsonObject;
  /** `widgets` of the flow itself at the end. */
  readonly widgets: JsonObject;
  /** `waiting`: the script was over first. `failed`: Studio stopped it. */
  readonly ended: 'completed' | 'waiting' | 'hungUp' | 'failed';
  readonly warnings: readonly { readonly code: number; readonly message: string }[];
  /** Why it failed, or where flow and script do not fit together. */
  readonly error?: string;
}
