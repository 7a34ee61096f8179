export abstract class Field<T> {
  abstract validate(v: T): boolean;
  label: string = "";
  toString(): string { return this.label; }
}
export declare function use(f: Field<string>): void;
export type Validator<F> = F extends Field<infer T> ? (v: T) => boolean : never;
