import { useLoader, type LoadStatus } from "./surface";
const text: Record<LoadStatus, string> = { idle: "", loading: "…", done: "ok" };
export const f = () => text[useLoader("/").status];
