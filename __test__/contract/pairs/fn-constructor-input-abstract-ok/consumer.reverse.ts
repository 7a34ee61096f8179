import { provide } from "./surface";
abstract class Store { abstract read(): string }
class Mem extends Store { read() { return "x"; } }
export const s: string = provide(Store, () => new Mem()).get().read();
