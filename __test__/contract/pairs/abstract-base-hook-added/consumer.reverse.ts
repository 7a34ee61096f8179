import { Controller } from "./surface";
export class A extends Controller { connect() { this.emit("ready"); } }
