import { Format } from "./surface";
interface Format {
  pattern: string;
}
export const f: Format = { pattern: Format.money(120) };
