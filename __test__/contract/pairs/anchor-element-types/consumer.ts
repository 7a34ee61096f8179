import { anchor, onPick } from "./surface";
anchor(document.body).remove(); onPick((e) => e.preventDefault()); onPick(() => {});
