import { can } from "./surface";
if (can(new Set(["a"]), "a")) can(new Set<string>(), "b");
