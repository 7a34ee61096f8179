import { notify } from "./surface";
notify.urgent("now");
export {};
