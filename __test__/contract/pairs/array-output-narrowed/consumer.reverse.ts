import { tokens, parse } from "./surface";
tokens("1+1").map((t) => t.kind); parse("1").map((n) => n.toFixed());
