import { notify } from "./surface";
notify({ kind: "progress", percent: 2 });
