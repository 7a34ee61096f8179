import { track } from "./surface";
track({ name: "a", payload: { id: 1 } });
track<string>({ name: "a", payload: "1" });
