import { rpc } from "./surface";
rpc("login", "a").then((r) => r.token.trim()); void rpc("logout");
