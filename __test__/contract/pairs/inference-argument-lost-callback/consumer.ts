import { each } from "./surface";
each(["a"], (item) => void item.length);
