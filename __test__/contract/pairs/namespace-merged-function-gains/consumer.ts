import { dialog } from "./surface";
const o: dialog.Options = { title: "t" };
dialog("x"); dialog.show("y", o);
