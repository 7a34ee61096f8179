import { listen, port } from "./surface";
listen(80); export const t = { 80: "http", 443: "https" }[port() ?? 443];
