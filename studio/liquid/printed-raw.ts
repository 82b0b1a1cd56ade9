import { CycleTag, ForTag, Output, type Template } from 'liquidjs';
import {
  argumentsOf,
  childrenOf,
  filteredIn,
  namesMadeBy,
  type Argument,
  type Filtered,
} from './template-nodes';
import { keyOf, outerPathsIn, type VariablePath } from './variable-paths';

/** Where a text, or a name that a template makes, comes from. */
interface Source {
  readonly path: VariablePath;
  /** What `url_encode` and `url_decode` do to it on the way. */
  readonly isEncoded: boolean;
  readonly isDecoded: boolean;
  /** The name stands for the variable itself, so that what is below the name is below the variable; else for a text made of it. */
  readonly isVariable: boolean;
}

/** What is still to be followed: the sources of a name, and what is read below it. */
interface Step {
  readonly sources: readonly Source[];
  readonly below: VariablePath;
  /** True when `url_decode` comes later: then what was encoded counts. */
  readonly isDecoded: boolean;
}

type Sources = ReadonlyMap<string, readonly Source[]>;

/** Ways below one name that are told apart, and parts of each; beyond them the whole variable counts as printed. */
const MAXIMUM_WAYS = 8;
const MAXIMUM_PARTS = 6;

/**
 * The variables whose text a template prints without `url_encode`, each once, with names of its own followed back to where their
 * text comes from. `globals` are the first names of the variables read from outside. Takes time in proportion to the template.
 */
export function printedRaw(templates: readonly Template[], globals: ReadonlySet<string>): VariablePath[] {
  const made = new Map<string, Source[]>();
  const printed: Source[] = [];
  collect(templates, printed, made);
  return followed(printed, made, globals);
}

/** Adds what some nodes print to `printed`, and what they make names of to `made`. */
function collect(templates: readonly Template[], printed: Source[], made: Map<string, Source[]>): void {
  for (const node of templates) {
    const target = targetOf(node, made) ?? printed;
    if (node instanceof ForTag) {
      add(target, itemSources(node));
      collect(childrenOf(node), printed, made);
    } else {
      if (target !== printed || isPrinting(node)) add(target, argumentsOf(node).flatMap(textSources));
      collect(childrenOf(node), target, made);
    }
  }
}

function isPrinting(node: Template): boolean {
  return node instanceof Output || node instanceof CycleTag;
}

/** The sources of the name that a node makes; undefined when it makes none. */
function targetOf(node: Template, made: Map<string, Source[]>): Source[] | undefined {
  const [name] = node instanceof ForTag ? [node.variable] : namesMadeBy(node);
  if (name === undefined) return undefined;
  const sources = made.get(name) ?? [];
  made.set(name, sources);
  return sources;
}

function add(sources: Source[], more: readonly Source[]): void {
  for (const source of more) sources.push(source);
}

function itemSources({ collection }: ForTag): Source[] {
  const paths = outerPathsIn(collection).map((path) => [...path, null]);
  return paths.map((path) => ({ path, isEncoded: false, isDecoded: false, isVariable: true }));
}

function textSources(argument: Argument): Source[] {
  const filtered = filteredIn(argument);
  return filtered === undefined ? [] : throughFilters(filtered);
}

/** From the last filter to the first, as what comes later decides what becomes of a text that comes in by an argument. */
function throughFilters({ initial, filters }: Filtered): Source[] {
  const sources: Source[] = [];
  let last: string | undefined;
  let isDecoded = false;
  const take = (tokens: readonly unknown[], isVariable: boolean): void => {
    const isEncoded = last === 'url_encode';
    const paths = tokens.flatMap(outerPathsIn);
    add(
      sources,
      paths.map((path) => ({ path, isEncoded, isDecoded, isVariable })),
    );
  };
  for (const { name, args } of [...filters].reverse()) {
    take(args.flat(), false);
    if (name === 'url_encode' || name === 'url_decode') last ??= name;
    if (name === 'url_decode') isDecoded = true;
  }
  take(initial.postfix, filters.length === 0 && initial.postfix.length === 1);
  return sources;
}

function followed(printed: readonly Source[], made: Sources, globals: ReadonlySet<string>): VariablePath[] {
  const found = new Map<string, VariablePath>();
  const ways = new Map<string, Set<string>>();
  const pending: Step[] = [{ sources: printed, below: [], isDecoded: false }];
  for (let step = pending.pop(); step !== undefined; step = pending.pop()) {
    const { below, isDecoded } = step;
    for (const source of step.sources) {
      if (source.isEncoded && !isDecoded) continue;
      const path = source.isVariable ? [...source.path, ...below] : source.path;
      const root = String(path[0]);
      const behind = made.get(root);
      if (globals.has(root)) found.set(keyOf(path), path);
      if (behind === undefined) continue;
      const next = firstVisit(root, path.slice(1), isDecoded || source.isDecoded, ways);
      if (next !== undefined) pending.push({ ...next, sources: behind });
    }
  }
  return [...found.values()];
}

/** Undefined when the way was taken before. */
function firstVisit(
  root: string,
  parts: VariablePath,
  isDecoded: boolean,
  ways: Map<string, Set<string>>,
): Omit<Step, 'sources'> | undefined {
  const taken = ways.get(`${isDecoded} ${root}`) ?? new Set();
  ways.set(`${isDecoded} ${root}`, taken);
  const below = taken.size < MAXIMUM_WAYS ? parts.slice(0, MAXIMUM_PARTS) : [];
  const key = keyOf(below);
  if (taken.has(key)) return undefined;
  taken.add(key);
  return { below, isDecoded };
}
