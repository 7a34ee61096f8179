import { login, type LoginResult } from "./surface";
login("a", "b").then((s: LoginResult) => s.token.length);
