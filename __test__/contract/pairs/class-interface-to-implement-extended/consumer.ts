import { Session, type Storage2 } from "./surface";
class Memory implements Storage2 { m = new Map<string, string>(); read(k: string) { return this.m.get(k) ?? null; } write(k: string, v: string) { this.m.set(k, v); } }
export const u = new Session(new Memory()).user;
