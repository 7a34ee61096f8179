import { register } from "./surface";
register("a").ref(null);
