import { field } from "./surface";
field("a").ref(null);
