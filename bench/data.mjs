// Sizes and bytes that are the same on every machine and in every run: drawn from a seed, never from a clock.

/** Unsigned 32-bit numbers (mulberry32): fast, and random enough to be neither compressible nor repetitive. */
export function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** `count` sizes that sum up to about `total`, log-normal: like chunks, most are small and a few are very large. */
export function sizes(random, count, total) {
  const uniform = () => (random() + 1) / 2 ** 32;
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const weights = Array.from({ length: count }, () => Math.exp(normal()));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => Math.max(64, Math.round((total * weight) / sum)));
}

/** Fills a buffer. */
export function fill(random, buffer) {
  const end = buffer.length - (buffer.length % 4);
  for (let at = 0; at < end; at += 4) buffer.writeUInt32LE(random(), at);
  buffer.fill(0, end);
  return buffer;
}
