import { hotkey } from "./surface";
hotkey("save", (e) => e.key.trim())(); hotkey("undo", () => {});
