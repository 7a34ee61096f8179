import { invoke } from "./surface";
invoke("add", "a").then((count) => count?.toFixed());
