import { from } from "./surface";
from<{ a: 1; b: 2 }>().select("a").join("o", from<{ c: 3 }>()).run().then((r) => r[0]?.o.c);
