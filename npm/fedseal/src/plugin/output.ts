import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Compilation, Compiler, OutputFileSystem, Source } from "./bundler.js";

export function bytesOf(compilation: Compilation, name: string): Buffer {
  const asset = compilation.getAsset(name);
  if (!asset) throw new Error(`the asset ${name} disappeared while it was being sealed`);
  // On Rspack every access to `source` copies out of Rust: once only.
  return bytesIn(asset.source);
}

/** As webpack writes it: sources of older plugins have `source` alone. */
export function bytesIn(source: Source): Buffer {
  const bytes = typeof source.buffer === "function" ? source.buffer() : source.source();
  if (typeof bytes === "string") return Buffer.from(bytes);
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function updateAsset(compiler: Compiler, compilation: Compilation, name: string, bytes: Buffer): void {
  compilation.updateAsset(name, new compiler.webpack.sources.RawSource(bytes));
}

/** As the bundlers do it: the output path may be a template. */
export function outputPathOf(compiler: Compiler, compilation: Compilation): string {
  return compilation.getPath(compiler.outputPath, {});
}

/** Whether the bundler writes to the disk, and not into memory as in a dev server. */
export function writesToDisk(compiler: Compiler): boolean {
  const fileSystem: OutputFileSystem = compiler.outputFileSystem;
  return fileSystem.readFileSync === readFileSync;
}

/** The bytes of an output file, read from where the bundler wrote it; undefined where there are none. */
export async function writtenBytes(
  compiler: Compiler,
  compilation: Compilation,
  name: string,
): Promise<Buffer | undefined> {
  const fileSystem: OutputFileSystem = compiler.outputFileSystem;
  const path = join(outputPathOf(compiler, compilation), name);
  try {
    // Where it exists, it takes a sixth of the time of thousands of callbacks.
    const data = fileSystem.readFileSync
      ? fileSystem.readFileSync(path)
      : await new Promise<unknown>((resolve, reject) => {
          fileSystem.readFile(path, (error, data) => (error ? reject(error) : resolve(data)));
        });
    return Buffer.isBuffer(data) ? data : Buffer.from(data as Uint8Array);
  } catch (error) {
    // Reported by the caller: what cannot be read is not what was sealed.
    if (error instanceof Error) return undefined;
    throw error;
  }
}
