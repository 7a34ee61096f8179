import { install, type ShopApi } from "./surface";
const s: ShopApi = install(); s.open();
