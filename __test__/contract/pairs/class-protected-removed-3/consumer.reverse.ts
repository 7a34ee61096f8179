import { BaseService } from "./surface";
export class Users extends BaseService { async list() { return (await this.ping()) ? ["a"] : []; } } export const s: BaseService = new Users();
