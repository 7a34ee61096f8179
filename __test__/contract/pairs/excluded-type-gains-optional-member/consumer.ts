import type { Plain } from "./surface";
interface Form {
  name: string;
  group: { nested: true; label: number };
}
export const value: Plain<Form> = "a";
export const text: string = value as Plain<Form>;
