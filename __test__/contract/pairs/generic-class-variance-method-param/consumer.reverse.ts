import { Signal } from "./surface";
new Signal(1).set((p) => p + 1);
