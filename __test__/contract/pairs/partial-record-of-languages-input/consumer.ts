import { overrideText } from "./surface";
overrideText("hi", { en: "Hi" }); overrideText("a", {}); const t: Parameters<typeof overrideText>[1] = { de: "x", en: "y" }; overrideText("b", t);
