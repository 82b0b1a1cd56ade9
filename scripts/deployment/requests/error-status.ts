/** The HTTP status that a refusal by Twilio carries, whatever class it is of; undefined for every other trouble. */
export function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined;
  return typeof error.status === 'number' ? error.status : undefined;
}

/** What a request that looks for something found; null when Twilio says that there is none. */
export async function orNull<T>(search: Promise<T>): Promise<T | null> {
  try {
    return await search;
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}
