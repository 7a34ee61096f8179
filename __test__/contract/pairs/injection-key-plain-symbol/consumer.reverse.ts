import { registry } from "./surface";
registry[Symbol.for("x")] = { items: 1 };
