import { logout, session } from "./surface";
const s = session(); s.refresh?.().then(n => n.id); logout(s.expires?.toISOString());
