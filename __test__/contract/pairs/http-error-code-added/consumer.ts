import { report } from "./surface";
report(Object.assign(new Error("x"), { status: 500 }));
