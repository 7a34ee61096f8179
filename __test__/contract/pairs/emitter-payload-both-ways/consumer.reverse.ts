import { hub } from "./surface";
hub.on("login", p => { switch (p.method) { case "sso": return; case "password": return; default: { const n: never = p.method; return n; } } });
