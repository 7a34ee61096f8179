import { createStore } from "./surface";
createStore((n: number) => n, 0).dispatch({ type: "set", to: 3 });
