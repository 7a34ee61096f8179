import { animate } from "./surface";
animate(document.body)(); animate(document.body, 1); animate(document.body, 1, "ease"); animate(document.body, undefined, "linear");
