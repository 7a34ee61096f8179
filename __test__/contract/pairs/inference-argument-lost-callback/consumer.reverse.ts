import { each } from "./surface";
each<string>([1], (item) => void item.length);
