import { show, type Toast, type ToastId } from "./surface";
const t: Toast = show("x"); export const i: ToastId = t.id;
