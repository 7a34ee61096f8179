import { useLoader } from "./surface";
export function f() { const { status, reload } = useLoader("/"); if (status === "idle") reload(); const s: "idle" | "loading" | "done" | "stale" = status; return s; }
