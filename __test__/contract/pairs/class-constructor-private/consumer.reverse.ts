import { Session } from "./surface";
export const s: Session = Session.open("a");
