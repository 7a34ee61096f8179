import { Socket } from "./surface";
Socket.open("ws:").on("message", m => { const x: string | ArrayBuffer = m; return x; }).on("close", n => n + 1).on("message", (m: string | ArrayBuffer) => void m);
