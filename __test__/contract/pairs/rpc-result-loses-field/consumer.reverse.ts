import { rpc } from "./surface";
rpc("load").then((r) => r.id.trim());
