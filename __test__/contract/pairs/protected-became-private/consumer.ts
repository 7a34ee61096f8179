import { Adapter } from "./surface";
export class Pg extends Adapter<{ url: string }> { async connect() { this.log(this.config.url); } }
