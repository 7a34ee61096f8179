/** An issuer's answer that has more bytes than it may have. */
export class TooLarge extends Error {
  override name = "TooLarge";
}

/** A `fetch` that has read the answer when it resolves: not more than some bytes of it, and within the request's signal. */
export function boundedFetch(maxBytes: number): (url: string, init: RequestInit) => Promise<Response> {
  return (url, init) => within(init.signal, read(url, init, maxBytes));
}

/** What work gives, or the reason of a signal that comes first: a `fetch` that is unpacking does not always hear of it. */
export function within<Value>(signal: AbortSignal | null | undefined, work: Promise<Value>): Promise<Value> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

async function read(url: string, init: RequestInit, maxBytes: number): Promise<Response> {
  const { body, status, statusText, headers } = await fetch(url, init);
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop ends the connection.
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new TooLarge(`${url} answered with more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  const isEmpty = [101, 204, 205, 304].includes(status);
  return new Response(isEmpty ? null : Buffer.concat(chunks), { status, statusText, headers });
}
