import { distance } from "./surface";
export const d = distance({ name: "a", geo: { lat: 1, alt: 2 } }, { name: "b" });
