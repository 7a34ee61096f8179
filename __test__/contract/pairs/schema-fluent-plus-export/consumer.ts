import { number, object, string } from "./surface";
const user = object({ name: string(), age: number().optional() });
export const n: string = user.parse({}).name;
export const ages: (number | undefined)[] = user.pick("age").array().parse([]).map(u => u.age);
