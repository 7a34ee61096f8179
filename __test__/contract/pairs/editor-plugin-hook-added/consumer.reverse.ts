import { createEditor } from "./surface";
createEditor({ id: "e" }, [{ name: "p", onDestroy() {}, onInit: c => c.selection[0].toFixed() }]);
