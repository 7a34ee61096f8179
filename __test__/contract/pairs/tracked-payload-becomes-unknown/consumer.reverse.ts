import { track } from "./surface";
track<string>({ name: "a", payload: 1 });
