import { hotkey } from "./surface";
hotkey("drop", (e) => e.dataTransfer?.clearData());
