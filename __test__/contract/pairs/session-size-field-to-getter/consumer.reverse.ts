import { Session } from "./surface";
const s: Session = Session.open(); s.size.toFixed(); s.get("a")?.trim();
