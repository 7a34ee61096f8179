import { listen } from "./surface";
listen("a", () => {})();
