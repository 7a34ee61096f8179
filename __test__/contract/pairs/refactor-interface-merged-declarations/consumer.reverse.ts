import { api, type Api } from "./surface";
const a: Api = api();
a.put("x", a.get("y") + a.size);
