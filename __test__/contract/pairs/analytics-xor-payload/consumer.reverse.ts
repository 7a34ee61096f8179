import { send } from "./surface";
send({ street: "x" }, "y");
