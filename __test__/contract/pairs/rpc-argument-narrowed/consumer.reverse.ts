import { rpc } from "./surface";
rpc("find", "a").then((r) => r.join());
