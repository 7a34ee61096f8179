import { loadJson } from "./surface";
export async function f() { return (await loadJson("/x")).name; }
