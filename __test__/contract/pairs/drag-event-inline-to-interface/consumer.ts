import { onDrag } from "./surface";
declare function send(data: Record<string, unknown>): void; onDrag((e) => send(e));
