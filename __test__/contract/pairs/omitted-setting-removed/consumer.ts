import { patch, theme } from "./surface";
theme().size.toFixed();
patch({ mode: "dark" });
