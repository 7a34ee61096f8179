import { describe } from "./surface";
export const text: string = describe.call({ label: "x" }, "a");
