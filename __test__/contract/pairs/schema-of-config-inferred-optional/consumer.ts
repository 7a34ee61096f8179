import { args } from "./surface";
export const p: number | undefined = args({ port: { type: "number", optional: true } }).port;
