import { promisify } from "node:util";
import * as zlib from "node:zlib";

/** A way to compress that servers pick by a file's ending. */
export interface Compression {
  ending: string;
  /** Whether these bytes may be compressed in this way; Brotli has no mark of its own. */
  is(bytes: Buffer): boolean;
  /** How long what it holds is, modulo 2^32 and where it is of one piece; missing where it does not say so. */
  lengthIn?(bytes: Buffer): number;
  /** Missing where this Node cannot do it. */
  compress?: (bytes: Buffer) => Promise<Buffer>;
  /** Fails where the result would be longer than `limit` bytes. Missing where this Node cannot do it. */
  decompress?: (bytes: Buffer, limit: number) => Promise<Buffer>;
}

type Zstd = {
  zstdCompress?: (bytes: Buffer, done: (error: Error | null, result: Buffer) => void) => void;
  zstdDecompress?: (
    bytes: Buffer,
    options: { maxOutputLength: number },
    done: (error: Error | null, result: Buffer) => void,
  ) => void;
};

const gunzip = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gunzip);
const deflate = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.deflate);
const inflate = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.inflate);
const gzip = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gzip);
const brotliDecompress = promisify<Buffer, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress);
const brotliCompress = promisify<Buffer, Buffer>(zlib.brotliCompress);
// Node has it since 22.15.
const { zstdCompress, zstdDecompress } = zlib as Zstd;

/** The compressed copies a build or a server keeps beside a file. */
export const COMPRESSIONS: readonly Compression[] = [
  {
    ending: ".gz",
    is: (bytes) => bytes[0] === 0x1f && bytes[1] === 0x8b,
    // RFC 1952, section 2.3.1: ISIZE.
    lengthIn: (bytes) => (bytes.length < 18 ? -1 : bytes.readUInt32LE(bytes.length - 4)),
    compress: (bytes) => gzip(bytes, { level: zlib.constants.Z_BEST_COMPRESSION }),
    decompress: (bytes, limit) => gunzip(bytes, { maxOutputLength: limit }),
  },
  {
    ending: ".br",
    is: () => true,
    compress: (bytes) => brotliCompress(bytes),
    decompress: (bytes, limit) => brotliDecompress(bytes, { maxOutputLength: limit }),
  },
  {
    ending: ".deflate",
    is: (bytes) => bytes[0] === 0x78,
    compress: (bytes) => deflate(bytes, { level: zlib.constants.Z_BEST_COMPRESSION }),
    decompress: (bytes, limit) => inflate(bytes, { maxOutputLength: limit }),
  },
  {
    ending: ".zst",
    is: (bytes) => bytes.length > 3 && bytes.readUInt32LE(0) === 0xfd2fb528,
    ...(zstdCompress && { compress: promisify<Buffer, Buffer>(zstdCompress) }),
    ...(zstdDecompress && {
      decompress: (bytes: Buffer, limit: number) =>
        promisify<Buffer, { maxOutputLength: number }, Buffer>(zstdDecompress)(bytes, { maxOutputLength: limit }),
    }),
  },
];

/** Whether `compressed` holds exactly `plain`; `undefined` where this Node cannot tell. */
export async function holds(way: Compression, compressed: Buffer, plain: Buffer): Promise<boolean | undefined> {
  if (!way.decompress) return undefined;
  try {
    return (await way.decompress(compressed, Math.max(plain.length, 1))).equals(plain);
  } catch (error) {
    // A damaged copy and one that holds more than `plain` are both not a copy of it.
    if (error instanceof Error) return false;
    throw error;
  }
}
