import { handlersOf } from "./surface";
handlersOf("open").onOpen();
