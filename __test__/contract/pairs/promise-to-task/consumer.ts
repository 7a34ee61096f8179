import { upload } from "./surface";
export async function f(b: Blob) { const p: Promise<{ url: string }> = upload(b); const { url } = await p; return [url, ...(await Promise.all([upload(b).then(u => u.url)]))]; }
