import { createMachine } from "./surface";
createMachine(["idle", "busy"], "idle").can("busy"); createMachine<"a" | "b">(["a", "b"], "b"); const s: "x"[] = ["x"]; createMachine(s, "x");
