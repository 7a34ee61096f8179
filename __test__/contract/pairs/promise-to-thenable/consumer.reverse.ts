import { ready } from "./surface";
export async function f() { const { version } = await ready(); const p: PromiseLike<{ version: string }> = ready(); return p.then(x => x.version + version); }
