import { update, remove } from "./surface";
update("1", { name: "x", age: 2 }).then(() => remove("1", "2"));
