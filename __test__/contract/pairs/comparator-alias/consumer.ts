import { byAge, byName } from "./surface";
[{ name: "a", age: 1 }].sort(byName).sort(byAge);
