import { openEditor } from "./surface";
openEditor().apply({ op: "undo" });
