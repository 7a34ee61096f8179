import { Repo } from "./surface";
export class Cached extends Repo {
  override list(): string[] {
    return this.cache;
  }
}
