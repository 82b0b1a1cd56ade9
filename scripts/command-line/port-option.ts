import { checked } from './new-command';

const HIGHEST_PORT = 65535;

/** Waits for something that listens; where the port is taken the error says which option chooses another. */
export async function onPort<T>(option: string, listening: Promise<T>): Promise<T> {
  try {
    return await listening;
  } catch (error) {
    throw error instanceof Error ? Object.assign(error, { option }) : error;
  }
}

/** Reads `--port`: 1 to 65535, or 0 for any free one. */
export const portOption = checked<number>((text) => {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port <= HIGHEST_PORT) return port;
  return { complaint: `A port is a whole number from 1 to ${String(HIGHEST_PORT)}, or 0 for any free one.` };
});
