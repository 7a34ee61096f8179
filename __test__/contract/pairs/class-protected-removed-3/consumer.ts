import { BaseService } from "./surface";
export class Users extends BaseService { list() { return this.send("/users"); } }
