import { rpc } from "./surface";
rpc("load").then((r) => r.size.toFixed());
