import { repository } from "./surface";
interface U { id: string; version: number }
export const r = repository<U>("u").save({ id: "1", version: 2 }).then(u => u.version);
