import { find } from "./surface";
find(document, "input")?.value.trim(); find(document.body, "a")?.href.trim();
