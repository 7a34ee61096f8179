import { getSetting, setSetting } from "./surface";
setSetting("theme", getSetting("theme")); getSetting("size").toFixed(); const k: Parameters<typeof getSetting>[0] = "size"; export { k };
