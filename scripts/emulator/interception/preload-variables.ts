import { getEnvironmentData } from 'node:worker_threads';

/** The environment variable that tells the preload where the local Twilio listens. */
export const PORT_VARIABLE = 'LOCAL_TWILIO_PORT';

/** The port for this process or thread, from its environment or from the thread that started it; NaN when nobody says. */
export function readPort(): number {
  return Number(process.env[PORT_VARIABLE] ?? getEnvironmentData(PORT_VARIABLE));
}

/** The variables of an environment, as Node takes them: an undefined one is not there. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** An environment that makes a Node process, or a thread, load the preload. */
export function withPreload(variables: Variables, preload: string, port: number): Variables {
  const require = `--require ${JSON.stringify(preload)}`;
  const given = variables['NODE_OPTIONS'];
  return {
    ...variables,
    [PORT_VARIABLE]: String(port),
    NODE_OPTIONS: given === undefined ? require : `${given} ${require}`,
  };
}
