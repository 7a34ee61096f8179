import { notify } from "./surface";
notify("resize", { width: 1, height: 2, ratio: 2 });
