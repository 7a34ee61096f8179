import { rpc } from "./surface";
void rpc("find", /a/);
