/** Bytes of a document's or item's data as JSON: https://www.twilio.com/docs/sync/limits, "Sync Payload Limits". */
export const DATA_BYTES = 16 * 1024;

/** Seconds that an object may be given to live; 0 is for ever (https://www.twilio.com/docs/api/errors/54011). */
export const TTL_SECONDS = 31_536_000;

/**
 * Characters of a unique name and of an item's key (https://www.twilio.com/docs/sync/api/document-resource). The pages of
 * the errors 54302 and 54209 still say 256.
 */
export const NAME_LENGTH = 320;

/** How many resources a page may hold (https://www.twilio.com/docs/sync/api/document-resource). */
export const PAGE_SIZE = 100;

/**
 * Seconds of a limited rate that may be used at once: "burst window: 10s" (https://www.twilio.com/docs/sync/limits). With 20
 * a second that is 200.
 */
export const BURST_SECONDS = 10;

/**
 * What a write of this many bytes takes of the object's rate. Up to 1 KiB it is one write; from 10 KiB on "2 writes/s
 * sustained" is what is left of 20 (https://www.twilio.com/docs/sync/limits).
 * Not public: what lies between; we let it grow with the size.
 */
export function costOfWrite(bytes: number): number {
  return Math.min(Math.max(bytes / 1024, 1), 10);
}
