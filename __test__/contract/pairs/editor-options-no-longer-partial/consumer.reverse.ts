import { createEditor, type EditorOptions } from "./surface";
const o: EditorOptions = { theme: "dark", tabSize: 2 }; createEditor(document.body, o).dispose(); createEditor(document.body);
