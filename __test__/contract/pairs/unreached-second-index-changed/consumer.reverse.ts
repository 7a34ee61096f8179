import { load } from "./surface";
load("/me").then(({ id }) => id.trim());
load("/users").then((all) => all.join());
