/** How a scripted call went: as docs/call-scripts.md has it, and what went wrong with the script, if anything did. */
export interface CallResult {
  /** `completed`: the flow ended the call. `failed`: the script could not be played to its end, or the flow failed. */
  readonly outcome: 'completed' | 'hung-up' | 'failed';
  /** What the Verify subflow returned; each empty when it never came to an end. */
  readonly status: string;
  readonly verified: string;
  readonly attempts: string;
  /** Every text that was begun, in order. */
  readonly heard: readonly string[];
  /** Every message that was sent meanwhile; codes are in them, as on the phone's screen. */
  readonly messages: readonly { readonly to: string; readonly body: string }[];
  /** Every widget that was left, in order; `flow` is the flow's name. */
  readonly steps: readonly { readonly flow: string; readonly widget: string; readonly event: string }[];
  /** From dialling to the end of the flow, in the local Twilio's time. */
  readonly seconds: number;
  /** Why the outcome is `failed`, in one sentence. */
  readonly problem?: string;
}
