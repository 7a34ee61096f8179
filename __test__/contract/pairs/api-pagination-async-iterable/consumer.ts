import { listFiles, removeFile } from "./surface";
export async function clean() { for await (const f of listFiles("/")) if (f.bytes === 0) await removeFile(f.path); }
