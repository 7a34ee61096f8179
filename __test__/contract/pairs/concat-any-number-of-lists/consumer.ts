import { concat } from "./surface";
concat([1], [2]).map((n) => n.toFixed()); concat<string>([], ["a"]).join();
