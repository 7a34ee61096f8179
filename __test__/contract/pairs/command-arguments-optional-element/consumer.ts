import { execute } from "./surface";
const ok: boolean = execute("open", "a"); execute("quit"); export { ok };
