import { defineText } from "./surface";
defineText("hi", { en: "Hi", de: "Hallo", fr: "Salut" });
