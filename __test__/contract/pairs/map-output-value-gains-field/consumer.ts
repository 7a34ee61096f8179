import { sessionCount, sessions } from "./surface";
sessions().set("x", { path: "/" + sessionCount() });
