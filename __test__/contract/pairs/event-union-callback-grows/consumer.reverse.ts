import { subscribe, type ServerEvent } from "./surface";
const f = (e: ServerEvent) => { if (e.kind === "created") return e.id; return e.kind; }; subscribe("x", e => void f(e))(); subscribe("y", () => 1);
