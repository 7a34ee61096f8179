import { observe } from "./surface";
observe(document.body, () => {})();
