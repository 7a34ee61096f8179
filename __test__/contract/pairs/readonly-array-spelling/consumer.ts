import { selectionOf, type Selection } from "./surface";
const s: Selection = selectionOf(["a"]); s.ids.map((x) => x.trim()); s.toArray().push("b"); s.has("a");
