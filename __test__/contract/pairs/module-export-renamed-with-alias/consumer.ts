import { toast, type ToastKind } from "./surface";
const k: ToastKind = "info"; toast(k, 3)();
