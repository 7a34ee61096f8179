import { rpc } from "./surface";
rpc("login", "a", true).then((r) => r.expires.toFixed());
