import { flush, track } from "./surface";
track("a", { n: 1, s: "x" });
flush().then(n => track("b", { n }));
