import { notify } from "./surface";
if (notify.enabled) notify("hi");
export {};
