import { observe } from "./surface";
observe(document.body, (v) => v === true); observe(document.body, () => {});
