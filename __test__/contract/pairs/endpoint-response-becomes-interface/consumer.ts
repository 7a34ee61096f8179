import { call } from "./surface";
const r: Record<string, string> = call("/me"); export { r };
