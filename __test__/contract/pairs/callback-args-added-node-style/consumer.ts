import { run } from "./surface";
run({ id: "1" }, (j) => j.id.length, (e, n) => { if (!e) n?.toFixed(); });
