import { job } from "./surface";
const s: "running" | "done" = job().state; export { s };
