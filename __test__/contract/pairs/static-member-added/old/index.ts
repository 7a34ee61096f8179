export class Uid { #v: string; constructor(v: string) { this.#v = v; } static from(n: number): Uid { return new Uid(String(n)); } toString(): string { return this.#v; } }
