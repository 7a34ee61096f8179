import { Dialog } from "./surface";
export const d = <Dialog open><Dialog.Title>Hello</Dialog.Title><Dialog.Footer align="end">x</Dialog.Footer></Dialog>;
