/** One thing that happened, as a person would tell it. `seconds`: since the call was dialled, in the local Twilio's time. */
export type Entry =
  | { readonly kind: 'dialled'; readonly seconds: number; readonly from: string; readonly to: string }
  /** `isCut`: keys or a hang-up ended it; `text` is what was said until then. */
  | { readonly kind: 'speech'; readonly seconds: number; readonly text: string; readonly isCut: boolean }
  | { readonly kind: 'keys'; readonly seconds: number; readonly keys: string }
  | { readonly kind: 'silence'; readonly seconds: number }
  | {
      readonly kind: 'message';
      readonly seconds: number;
      readonly channel: string;
      readonly to: string;
      readonly body: string;
    }
  /** The widgets that ran since the last entry, in order: `run_verify/start_verify`. */
  | { readonly kind: 'widgets'; readonly seconds: number; readonly names: readonly string[] }
  /** Studio asked a Function; `status` is null when no answer came in time. */
  | {
      readonly kind: 'request';
      readonly seconds: number;
      readonly method: string;
      readonly path: string;
      readonly status: number | null;
    }
  | { readonly kind: 'warning'; readonly seconds: number; readonly text: string }
  | {
      readonly kind: 'over';
      readonly seconds: number;
      readonly outcome: 'completed' | 'hung-up' | 'stopped' | 'failed';
      /** What the Verify subflow returned; empty when it did not end. */
      readonly status: string;
      readonly isVerified: boolean;
      /** Why it failed; empty otherwise. */
      readonly message: string;
    }
  /** A line that a Function wrote to its console. */
  | { readonly kind: 'log'; readonly text: string }
  /** Not of the call: a reload, a hint. */
  | { readonly kind: 'notice'; readonly tone: 'good' | 'bad' | 'plain'; readonly text: string };
