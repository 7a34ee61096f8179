import { register, unregister } from "./surface";
const { name, onChange } = register("a", { max: 3 });
onChange("x"); unregister(name);
