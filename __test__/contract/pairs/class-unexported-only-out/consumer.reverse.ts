import { login } from "./surface";
login("a", "b").then((s) => s.expires.getTime());
