import { toast, toastAll } from "./surface";
toast("x"); toast("x", "info", 2).dismiss(); toastAll(["a"], "info", "error")[0]?.id;
