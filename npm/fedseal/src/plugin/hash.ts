import { isDeepStrictEqual } from "node:util";
import { type Digest, digest, type Wanted } from "@fedseal/binding";

/** Something to hash: where its bytes come from, and which hashes are wanted. */
export interface Job {
  name: string;
  wanted: Wanted;
}

/** A job that was done. */
export interface Hashed extends Digest {
  name: string;
  size: number;
}

/** Bytes a batch may hold: enough to keep every core busy, little enough to stay bounded in memory. */
const BATCH = 24 * 1024 * 1024;

/**
 * Hashes jobs in order. `read` is asked for each one's bytes once; while a batch is being hashed on the native thread
 * pool, the next one is read. With `memory`, what has the same bytes as last time is not hashed again.
 */
export async function hashAll(
  jobs: readonly Job[],
  read: (name: string) => Buffer | Promise<Buffer>,
  memory?: HashMemory,
): Promise<{ hashed: Hashed[]; fresh: number }> {
  const hashed: Hashed[] = [];
  let fresh = 0;
  let pending: Promise<void> = Promise.resolve();
  let batch: { index: number; job: Job; bytes: Buffer }[] = [];
  let batchBytes = 0;

  const flush = async () => {
    const items = batch;
    batch = [];
    batchBytes = 0;
    await pending;
    pending = digest(
      items.map((item) => item.bytes),
      items.map((item) => item.job.wanted),
    ).then((digests) => {
      items.forEach(({ index, job, bytes }, position) => {
        const one = digests[position];
        if (!one) throw new Error(`no digest came back for ${job.name}`);
        hashed[index] = { name: job.name, size: bytes.length, ...one };
        memory?.remember(job, bytes, one);
      });
    });
    // It is awaited later; until then a rejection must not count as unhandled.
    pending.catch(() => {});
  };

  for (const [index, job] of jobs.entries()) {
    const bytes = await read(job.name);
    const known = memory?.recall(job, bytes);
    if (known) {
      hashed[index] = { name: job.name, size: bytes.length, ...known };
      continue;
    }
    fresh += 1;
    batch.push({ index, job, bytes });
    batchBytes += bytes.length;
    if (batchBytes >= BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  await pending;
  memory?.keepOnly(jobs);
  return { hashed, fresh };
}

/**
 * What was hashed in the last build of a watching compiler. Bytes are compared, not names or versions: an exact
 * comparison costs a twentieth of a hash, and no bundler tells which assets are unchanged after every plugin.
 */
export class HashMemory {
  #last = new Map<string, { bytes: Buffer; wanted: Wanted; digest: Digest }>();

  recall({ name, wanted }: Job, bytes: Buffer): Digest | undefined {
    const last = this.#last.get(name);
    if (!last || !isDeepStrictEqual(last.wanted, wanted)) return undefined;
    return last.bytes.equals(bytes) ? last.digest : undefined;
  }

  remember({ name, wanted }: Job, bytes: Buffer, digest: Digest): void {
    // A copy: on webpack the buffer belongs to the asset, and its owner may write to it.
    this.#last.set(name, { bytes: Buffer.from(bytes), wanted, digest });
  }

  keepOnly(jobs: readonly Job[]): void {
    const names = new Set(jobs.map((job) => job.name));
    for (const name of this.#last.keys()) if (!names.has(name)) this.#last.delete(name);
  }
}
