import { variants } from "./surface";
variants({ variants: { size: { sm: "s" } } })({ size: null });
