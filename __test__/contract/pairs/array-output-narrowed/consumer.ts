import { tokens, parse } from "./surface";
tokens("1+1").map((t) => (typeof t === "string" ? t : t.text)); parse("1").filter((n) => n !== null);
