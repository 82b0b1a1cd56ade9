import type { Feed, FeedItem } from './feed';

/** How soon a browser asks again when the connection is lost, in milliseconds. */
const RETRY_MILLISECONDS = 1000;

/** A feed as server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html) that end with the client. */
export function eventStream(feed: Feed, lastId: string | null): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = (): void => undefined;
  return new ReadableStream({
    start: (controller) => {
      const write = (text: string): void => controller.enqueue(encoder.encode(text));
      write(`retry: ${RETRY_MILLISECONDS}\n\n`);
      stop = feed.watch(lastId, (item) => write(written(item)));
    },
    cancel: () => stop(),
  });
}

/** JSON has no line ends outside of its texts, where they are escaped: one `data` line is enough. */
function written({ id, event, data }: FeedItem): string {
  return `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
