import { object, string, number, type Infer } from "./surface";
const User = object({ name: string(), age: number().optional() });
export const u: Infer<typeof User> = { name: "a", age: undefined };
