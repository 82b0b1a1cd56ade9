import type { FlowDefinition } from '../model/flow-definition';
import type { Problem } from '../model/problem';

/** What the start of a description says: `Verify subflow 1.0.0: …`. */
export interface FlowVersion {
  readonly title: string;
  /** Semantic version without build metadata (https://semver.org): `1.0.0`, `1.1.0-rc.1`. */
  readonly version: string;
}

/** A flow's version, or why it has none. */
export type FlowVersionResult =
  { readonly ok: true; readonly version: FlowVersion } | { readonly ok: false; readonly problem: Problem };

const NUMBER = '(?:0|[1-9]\\d*)';
const PATTERN = new RegExp(`^(\\S.*?) (${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-[0-9A-Za-z.-]+)?): \\S`);

/**
 * Reads title and version from a definition's description, the one free text that the Studio console keeps as it is
 * and shows.
 */
export function flowVersion(definition: FlowDefinition): FlowVersionResult {
  const [, title, version] = PATTERN.exec(definition.description) ?? [];
  if (title !== undefined && version !== undefined) return { ok: true, version: { title, version } };
  return {
    ok: false,
    problem: {
      severity: 'error',
      rule: 'flow-version',
      place: '#/description',
      message: `Cannot read the version of "${definition.description}": start it like "Verify subflow 1.0.0: what it does"`,
    },
  };
}
