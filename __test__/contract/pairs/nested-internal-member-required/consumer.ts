import { distance } from "./surface";
export const d = distance({ name: "a", geo: { lat: 1 } }, { name: "b" });
