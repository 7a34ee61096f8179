import { execute } from "./surface";
execute({ label: "x", apply() {}, revert() {}, merge: next => next });
