import { me, save, type PublicUser } from "./surface";
const u: PublicUser = { id: "", name: "", created: new Date(), roles: [] }; save(u); me().then(x => { x.name = "y"; return save({ ...x, roles: [...x.roles, "a"] }); }); interface Mine extends PublicUser { extra: 1 } export type M = Mine;
