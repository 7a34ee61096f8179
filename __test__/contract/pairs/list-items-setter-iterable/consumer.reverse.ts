import { listModel, type ListModel } from "./surface";
const l: ListModel = listModel(); l.items = [...l.items, "a"]; l.length.toFixed();
