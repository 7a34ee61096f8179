import { loadCart } from "./surface";
declare function send(data: Record<string, unknown>): void; loadCart().then((c) => send(c));
