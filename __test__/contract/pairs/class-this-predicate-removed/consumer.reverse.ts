import { Connection } from "./surface";
const c = Connection.get();
if (c.isOpen()) c.socket?.send("x");
