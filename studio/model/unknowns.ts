import type { JsonObject } from './json';

/** Something that a flow's next step hangs on, and that only a real run would know. */
export type Fact =
  /** A condition of a split; the texts as they are rendered. `holds` is what comes out if unknown texts are taken as they stand. */
  | {
      readonly kind: 'condition';
      readonly type: string;
      readonly tested: string;
      readonly value: string;
      readonly holds: boolean;
    }
  /** Anything else that a widget finds out about texts: that one is a URL, that one is too long. */
  | {
      readonly kind: 'text';
      readonly question: string;
      readonly texts: readonly string[];
      readonly holds: boolean;
    }
  /** That Studio can run the subflow that a widget names. */
  | { readonly kind: 'subflow'; readonly widget: string; readonly holds: boolean };

/** A template rendered, or why it could not be. */
export type UnknownRendering =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string };

/**
 * How a flow is run on values that nobody knows (`studio/model/unknown.ts`). Whoever explores a flow brings this; without it
 * every value is known, and every fact is what it is.
 */
export interface Unknowns {
  readonly decide: (fact: Fact) => boolean;
  readonly render?: (template: string, scope: JsonObject) => UnknownRendering;
  /** The object that a template gives; undefined when everything that it reads is known. */
  readonly objectOf?: (template: string, scope: JsonObject) => JsonObject | undefined;
}
