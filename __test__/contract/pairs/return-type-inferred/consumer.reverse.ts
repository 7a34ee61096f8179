import { locate, useMouse } from "./surface";
locate("a").then(p => { p.x = p.y; const r: Record<string, number> = p; return r; }); const [p, stop] = useMouse(); export const n: number = p.x; stop();
