import { Repository } from "./surface";
export class Users extends Repository<{ id: string }> { async find(id: string) { return { id }; } }
