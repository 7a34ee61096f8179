import { delegate } from "./surface";
delegate("a", function (e) { e.preventDefault(); this.classList.add("x"); });
