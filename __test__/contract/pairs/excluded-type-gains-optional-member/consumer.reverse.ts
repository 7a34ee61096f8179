import type { Plain } from "./surface";
interface Form {
  name: string;
  group: { nested: true; label: number };
}
declare const value: { nested: true; label: number };
export const group: Plain<Form> = value;
