import { loadJson } from "./surface";
export async function f() { const v = await loadJson("/x");
// @ts-expect-error unknown has to be checked
v.name; }
