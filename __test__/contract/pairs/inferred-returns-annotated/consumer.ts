import { hasRole, split, load, toggles } from "./surface";
load("1").then((u) => hasRole(u, "admin", "guest") === toggles.a && split(u)[0].trim());
