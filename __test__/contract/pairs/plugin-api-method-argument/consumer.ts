import { bootstrap, type Api } from "./surface";
const load = (api: Api) => api.http.get("/a").then(r => r.ok); bootstrap(a => void load(a)); bootstrap(({ http }) => void http.get("x"));
