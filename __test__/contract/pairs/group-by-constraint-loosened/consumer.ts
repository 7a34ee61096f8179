import { groupBy } from "./surface";
groupBy(["a"], (x) => x).get("a")?.join(); groupBy<number, "x" | "y">([1], (n) => (n > 1 ? "x" : "y")).get("x")?.[0]?.toFixed();
