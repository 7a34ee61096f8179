export interface Ctx { readonly path: readonly (string | number)[]; addIssue(text: string): void }
export type SafeResult<O> = { success: true; data: O; error?: never } | { success: false; error: { issues: readonly { path: string; text: string }[] }; data?: never };
export declare abstract class Type<Out, In = Out> {
  readonly _out: Out; readonly _in: In;
  protected abstract run(value: unknown, ctx: Ctx): Out;
  parse(value: unknown): Out; safeParse(value: unknown): SafeResult<Out>;
  optional(): Optional<this>; nullable(): Nullable<this>; array(): ArrayType<this>;
  default(value: In): Default<this>; refine(check: (v: Out) => boolean, text?: string): Effects<this>;
  transform<O2>(f: (v: Out, ctx: Ctx) => O2): Effects<this, O2>; pipe<O2>(next: Type<O2, Out>): Type<O2, In>;
  or<T extends Any>(other: T): Union<[this, T]>; brand<B extends string>(): Type<Out & { readonly __brand: B }, In>;
}
export type Any = Type<any, any>;
export type output<T extends { readonly _out: unknown }> = T["_out"];
export type input<T extends { readonly _in: unknown }> = T["_in"];
export declare class StringType extends Type<string> { protected run(value: unknown, ctx: Ctx): string; min(n: number): this; email(): StringType }
export declare class NumberType extends Type<number> { protected run(value: unknown, ctx: Ctx): number; int(): NumberType }
export declare class BigIntType extends Type<bigint> { protected run(value: unknown, ctx: Ctx): bigint; positive(): BigIntType }
export declare class Optional<T extends { readonly _out: unknown; readonly _in: unknown }> extends Type<T["_out"] | undefined, T["_in"] | undefined> { protected run(value: unknown, ctx: Ctx): T["_out"] | undefined; unwrap(): T }
export declare class Nullable<T extends { readonly _out: unknown; readonly _in: unknown }> extends Type<T["_out"] | null, T["_in"] | null> { protected run(value: unknown, ctx: Ctx): T["_out"] | null; unwrap(): T }
export declare class ArrayType<T extends { readonly _out: unknown; readonly _in: unknown }> extends Type<T["_out"][], T["_in"][]> { protected run(value: unknown, ctx: Ctx): T["_out"][]; readonly element: T; nonempty(): this }
export declare class Default<T extends { readonly _out: unknown; readonly _in: unknown }> extends Type<T["_out"], T["_in"] | undefined> { protected run(value: unknown, ctx: Ctx): T["_out"]; removeDefault(): T }
export declare class Effects<T extends { readonly _in: unknown; readonly _out: unknown }, O = T["_out"]> extends Type<O, T["_in"]> { protected run(value: unknown, ctx: Ctx): O; inner(): T }
export declare class Union<T extends readonly { readonly _out: unknown; readonly _in: unknown }[]> extends Type<T[number]["_out"], T[number]["_in"]> { protected run(value: unknown, ctx: Ctx): T[number]["_out"]; readonly options: T }
export declare function string(): StringType;
export declare function number(): NumberType;
export declare function bigint(): BigIntType;
export {};
