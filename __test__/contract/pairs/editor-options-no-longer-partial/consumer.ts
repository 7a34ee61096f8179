import { createEditor } from "./surface";
createEditor(document.body, { theme: "dark" });
