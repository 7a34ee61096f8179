import { session, type Session } from "./surface";
const s: Session = session(); export const t: string = s.user + s.started.toISOString(); export const { user } = s; export const o: { readonly user: string } = s;
