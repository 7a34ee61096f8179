import { activate, type Api } from "./surface";
const f = (a: Api): string => a.storage.read("x") ?? ""; activate(a => { f(a); const v: string | null = a.storage.read("y"); void v; })();
