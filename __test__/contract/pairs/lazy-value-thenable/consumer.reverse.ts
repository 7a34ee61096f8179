import { whenReady } from "./surface";
export async function f() { return (await whenReady()).trim(); } whenReady().then((x) => x.trim());
