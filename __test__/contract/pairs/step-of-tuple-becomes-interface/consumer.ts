import { step } from "./surface";
const s: Record<string, unknown> = step(0); export { s };
