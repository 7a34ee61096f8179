import { subscribe, type Topics } from "./surface";
subscribe("start", (m: Topics["start"]) => m.at.getTime()); subscribe("stop", () => {});
