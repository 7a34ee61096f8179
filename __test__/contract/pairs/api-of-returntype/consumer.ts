import { useApi, type Api } from "./surface";
const a: Api = useApi(); a.keys.push("x"); export const v: string = a.get("b") ?? ""; export const r: Record<string, unknown> = a; const fake: Api = { get: () => "", keys: [] }; fake.get("z");
