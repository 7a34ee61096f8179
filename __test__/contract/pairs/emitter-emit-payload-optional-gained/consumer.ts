import { notify, signalLimit } from "./surface";
notify("resize", { width: 1, height: 2 });
notify("focus", { id: String(signalLimit) });
