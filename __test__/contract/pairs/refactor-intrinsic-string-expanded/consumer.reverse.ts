import { call, handlerName, methods } from "./surface";
call("POST", methods[0] ?? "x").then(() => handlerName() === "onGet");
