import { getters, type Getters } from "./surface";
const g: Getters<{ name: string; age: number }> = getters({ name: "a", age: 1 }); g.getName().trim(); g.getAge().toFixed();
