import { repository, type Repository } from "./surface";
interface U { id: string; name: string }
export const r: Repository<U> = repository<U>("u");
