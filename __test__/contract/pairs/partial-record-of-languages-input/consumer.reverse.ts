import { overrideText } from "./surface";
overrideText("hi", { fr: "Salut" });
