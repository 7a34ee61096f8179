import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folder, SCRATCH } from "../scratch.ts";
import { diff } from "./comparing.ts";

/** What the comparison says about one change each: kinds that were once missed, called breaking, or never ended. */

const cases: [name: string, old: string, now: string, bump: "patch" | "minor" | "major"][] = [
  [
    "a type that only gave values of its argument gets an optional callback for them",
    `export interface Store<T> { get(): T }
export declare const store: Store<"a">;`,
    `export interface Store<T> { get(): T; onChange?: (value: T) => void }
export declare const store: Store<"a">;`,
    "major",
  ],
  [
    "the type parameters of a function are in another order",
    `export declare function pair<A, B>(a: A, b: B): [A, B];`,
    `export declare function pair<B, A>(a: A, b: B): [A, B];`,
    "major",
  ],
  [
    "the type parameters of a function have other names",
    `export declare function pair<A, B>(a: A, b: B): [A, B];`,
    `export declare function pair<X, Y>(a: X, b: Y): [X, Y];`,
    "patch",
  ],
  [
    "a generic type that returns itself, unchanged",
    `export interface Stream<T> { map<U>(f: (v: T) => U): Stream<U> }`,
    `export interface Stream<T> { map<U>(f: (v: T) => U): Stream<U> }
export declare const x: number;`,
    "minor",
  ],
  [
    "a generic type that returns itself gains a member",
    `export interface Stream<T> { map<U>(f: (v: T) => U): Stream<U> }`,
    `export interface Stream<T> { map<U>(f: (v: T) => U): Stream<U>; filter(f: (v: T) => boolean): Stream<T> }`,
    "major",
  ],
  [
    "a fluent schema, unchanged",
    `interface Schema<T> { readonly output: T; optional(): Schema<T | undefined>; array(): Schema<T[]> }
export declare const s: Schema<string>;`,
    `interface Schema<T> { readonly output: T; optional(): Schema<T | undefined>; array(): Schema<T[]> }
export declare const s: Schema<string>;
export declare const x: number;`,
    "minor",
  ],
  [
    "a fluent schema gains a member",
    `interface Schema<T> { readonly output: T; optional(): Schema<T | undefined>; array(): Schema<T[]> }
export declare const s: Schema<string>;`,
    `interface Schema<T> { readonly output: T; readonly x: number; optional(): Schema<T | undefined>; array(): Schema<T[]> }
export declare const s: Schema<string>;`,
    "minor",
  ],
  [
    "an argument that the structure does not use",
    `export interface InjectionKey<T> { readonly id: symbol }
export interface Cart {a:string}
export declare const CART: InjectionKey<Cart>;`,
    `export interface InjectionKey<T> { readonly id: symbol }
export interface Cart {a:string}
export declare const CART: InjectionKey<Cart | undefined>;`,
    "major",
  ],
  [
    "an abstract property becomes concrete",
    `export declare abstract class A { abstract x: string; }`,
    `export declare abstract class A { x: string; }`,
    "major",
  ],
  [
    "an abstract accessor becomes concrete",
    `export declare abstract class A { abstract get x(): string; }`,
    `export declare abstract class A { get x(): string; }`,
    "major",
  ],
  [
    "a callback gains `this`",
    `export declare function on(cb: (e: string) => void): void;`,
    `export declare function on(cb: (this: HTMLElement, e: string) => void): void;`,
    "major",
  ],
  [
    "`export as namespace` is removed",
    `export declare const a: number;
export as namespace Foo;`,
    `export declare const a: number;`,
    "major",
  ],
  [
    "a result becomes an interface",
    `export declare function f(): { a: string };`,
    `interface R { a: string }
export declare function f(): R;`,
    "major",
  ],
  [
    "a parameter becomes an interface",
    `export declare function f(x: { a: string }): void;
export {};`,
    `interface R { a: string }
export declare function f(x: R): void;
export {};`,
    "patch",
  ],
  ["a literal constant is annotated", `export declare const a = "x";`, `export declare const a: "x";`, "major"],
  [
    "an unchanged helper over type parameters",
    `type Val<T, K> = K extends keyof T ? T[K] : never;
export declare function pick<T, K extends string>(t: T, k: K): Val<T, K>;
export {};`,
    `type Val<T, K> = K extends keyof T ? T[K] : never;
export declare function pick<T, K extends string>(t: T, k: K): Val<T, K>;
export {};
export declare const n: number;`,
    "minor",
  ],
  [
    "val2",
    `type Val<T, K> = K extends keyof T ? T[K] : never;
export declare function pick<T, K extends string>(t: T, k: K): Val<T, K>;
export {};`,
    `type Wal<T, K> = K extends keyof T ? T[K] : never;
export declare function pick<T, K extends string>(t: T, k: K): Wal<T, K>;
export {};`,
    "patch",
  ],
  [
    "comp-null",
    `import type { JSX, ReactNode, FC } from "react";
export declare function Button(props: { a: string }): JSX.Element;`,
    `import type { JSX, ReactNode, FC } from "react";
export declare function Button(props: { a: string }): JSX.Element | null;`,
    "patch",
  ],
  [
    "comp-node",
    `import type { JSX, ReactNode, FC } from "react";
export declare function Button(props: { a: string }): JSX.Element;`,
    `import type { JSX, ReactNode, FC } from "react";
export declare function Button(props: { a: string }): ReactNode;`,
    "patch",
  ],
  [
    "comp-fc",
    `import type { JSX, ReactNode, FC } from "react";
export declare function Button(props: { a: string }): JSX.Element;`,
    `import type { FC } from "react";
export declare const Button: FC<{ a: string }>;`,
    "patch",
  ],
  [
    "comp-fwd",
    `import type { FC, Ref, JSX } from "react";
export declare function Button(props: { a: string; ref?: Ref<HTMLButtonElement> }): JSX.Element;`,
    `import type { ForwardRefExoticComponent, RefAttributes } from "react";
export declare const Button: ForwardRefExoticComponent<{ a: string } & RefAttributes<HTMLButtonElement>>;`,
    "patch",
  ],
  [
    "comp-req",
    `import type { JSX, ReactNode, FC } from "react";
export declare function Button(props: { a: string }): JSX.Element;`,
    `import type { JSX, ReactNode, FC } from "react";
export declare function Button(props: { a: string; b: number }): JSX.Element;`,
    "major",
  ],
  [
    "comp-opt",
    `import type { JSX, ReactNode, FC } from "react";
export declare function Button(props: { a: string }): JSX.Element;`,
    `import type { JSX, ReactNode, FC } from "react";
export declare function Button(props: { a: string; b?: number }): JSX.Element;`,
    "minor",
  ],
  [
    "prop-node",
    `import type { JSX, ReactNode } from "react";
export interface P { icon: JSX.Element }
export declare function B(p: P): JSX.Element;`,
    `import type { JSX, ReactNode } from "react";
export interface P { icon: ReactNode }
export declare function B(p: P): JSX.Element;`,
    "minor",
  ],
  [
    "hoc",
    `import type { ComponentType } from "react";
export declare function withX<P extends { x: string }>(C: ComponentType<P>): ComponentType<Omit<P, "x">>;
export declare function show(C: ComponentType<{ a: string }>): void;`,
    `import type { ComponentType } from "react";
export declare function withX<P extends { x: string }>(C: ComponentType<P>): ComponentType<Omit<P, "x">>;
export declare function show(C: ComponentType<{ a: string; b: number }>): void;`,
    "minor",
  ],
  [
    "hoc-rev",
    `import type { ComponentType } from "react";
export declare function show(C: ComponentType<{ a: string; b: number }>): void;`,
    `import type { ComponentType } from "react";
export declare function show(C: ComponentType<{ a: string }>): void;`,
    "major",
  ],
  [
    "poly",
    `import type { ComponentPropsWithoutRef, ElementType, ReactElement } from "react";
type Own<C> = { as?: C; gap?: number };
export declare function Box<C extends ElementType = "div">(props: Own<C> & Omit<ComponentPropsWithoutRef<C>, keyof Own<C>>): ReactElement | null;`,
    `import type { ComponentPropsWithoutRef, ElementType, ReactElement } from "react";
type Own<C> = { as?: C; gap?: number; pad?: number };
export declare function Box<C extends ElementType = "div">(props: Own<C> & Omit<ComponentPropsWithoutRef<C>, keyof Own<C>>): ReactElement | null;`,
    "minor",
  ],
  [
    "poly2",
    `import type { ComponentPropsWithoutRef, ElementType, ReactElement } from "react";
export declare function Box<C extends ElementType = "div">(props: { as?: C; gap?: number } & ComponentPropsWithoutRef<C>): ReactElement | null;`,
    `import type { ComponentPropsWithoutRef, ElementType, ReactElement } from "react";
export declare function Box<C extends ElementType = "div">(props: { as?: C; gap?: number; pad?: number } & ComponentPropsWithoutRef<C>): ReactElement | null;`,
    "minor",
  ],
  [
    "events-add",
    `export interface Events { a: { id: string }; b: number }
export declare function on<K extends keyof Events>(e: K, cb: (p: Events[K]) => void): void;`,
    `export interface Events { a: { id: string }; b: number; c: string }
export declare function on<K extends keyof Events>(e: K, cb: (p: Events[K]) => void): void;`,
    "minor",
  ],
  [
    "events-field",
    `export interface Events { a: { id: string }; b: number }
export declare function on<K extends keyof Events>(e: K, cb: (p: Events[K]) => void): void;`,
    `export interface Events { a: { id: string; n: number }; b: number }
export declare function on<K extends keyof Events>(e: K, cb: (p: Events[K]) => void): void;`,
    "minor",
  ],
  [
    "events-field-emit",
    `export interface Events { a: { id: string }; b: number }
export declare function on<K extends keyof Events>(e: K, cb: (p: Events[K]) => void): void;
export declare function emit<K extends keyof Events>(e: K, p: Events[K]): void;`,
    `export interface Events { a: { id: string; n: number }; b: number }
export declare function on<K extends keyof Events>(e: K, cb: (p: Events[K]) => void): void;
export declare function emit<K extends keyof Events>(e: K, p: Events[K]): void;`,
    "major",
  ],
  [
    "events-rm",
    `export interface Events { a: { id: string }; b: number; c: string }
export declare function on<K extends keyof Events>(e: K, cb: (p: Events[K]) => void): void;`,
    `export interface Events { a: { id: string }; b: number }
export declare function on<K extends keyof Events>(e: K, cb: (p: Events[K]) => void): void;`,
    "major",
  ],
  [
    "paths-resp",
    `export interface Paths { "/a": { params: { x?: string }; response: { id: string } }; "/b": { params: {}; response: number } }
export declare function get<P extends keyof Paths>(p: P, params: Paths[P]["params"]): Promise<Paths[P]["response"]>;`,
    `export interface Paths { "/a": { params: { x?: string }; response: { id: string; n: number } }; "/b": { params: {}; response: number } }
export declare function get<P extends keyof Paths>(p: P, params: Paths[P]["params"]): Promise<Paths[P]["response"]>;`,
    "minor",
  ],
  [
    "paths-add",
    `export interface Paths { "/a": { params: { x?: string }; response: { id: string } }; "/b": { params: {}; response: number } }
export declare function get<P extends keyof Paths>(p: P, params: Paths[P]["params"]): Promise<Paths[P]["response"]>;`,
    `export interface Paths { "/a": { params: { x?: string }; response: { id: string } }; "/b": { params: {}; response: number }; "/c": { params: {}; response: string } }
export declare function get<P extends keyof Paths>(p: P, params: Paths[P]["params"]): Promise<Paths[P]["response"]>;`,
    "minor",
  ],
  [
    "paths-param",
    `export interface Paths { "/a": { params: { x?: string }; response: { id: string } }; "/b": { params: {}; response: number } }
export declare function get<P extends keyof Paths>(p: P, params: Paths[P]["params"]): Promise<Paths[P]["response"]>;`,
    `export interface Paths { "/a": { params: { x: string }; response: { id: string } }; "/b": { params: {}; response: number } }
export declare function get<P extends keyof Paths>(p: P, params: Paths[P]["params"]): Promise<Paths[P]["response"]>;`,
    "major",
  ],
  [
    "onclose",
    `export interface P { onClose(): void }
export declare function f(p: P): void;`,
    `export interface P { onClose: () => void }
export declare function f(p: P): void;`,
    "patch",
  ],
  [
    "params",
    `export declare function f(a: string, b?: number): void;
export declare function g(a: string, b?: number): void;`,
    `export declare function f(a: string, b?: number): void;
export declare function g(...args: Parameters<typeof f>): void;`,
    "patch",
  ],
  [
    "keyofand",
    `export interface A { a: 1 }
export interface B { b: 1 }
export declare function k(x: "a" | "b"): void;`,
    `export interface A { a: 1 }
export interface B { b: 1 }
export declare function k(x: keyof (A & B)): void;`,
    "patch",
  ],
  ["array", `export declare function f(): string[];`, `export declare function f(): Array<string>;`, "patch"],
  [
    "partialrec",
    `export declare function f(x: { a?: string; b?: string }): void;`,
    `export declare function f(x: Partial<Record<"a" | "b" | "c", string>>): void;`,
    "minor",
  ],
  [
    "object",
    `export declare function f(x: { a: string }): void;`,
    `export declare function f(x: object): void;`,
    "minor",
  ],
  [
    "pick",
    `interface O { a: string; b?: number; c: string }
export declare function f(x: { a: string }): void;`,
    `interface O { a: string; b?: number; c: string }
export declare function f(x: Pick<O, "a" | "b">): void;`,
    "minor",
  ],
  [
    "xor",
    `type Without<T, U> = { [P in Exclude<keyof T, keyof U>]?: never };
type XOR<T, U> = (Without<T, U> & U) | (Without<U, T> & T);
export declare function f(x: XOR<{ a: string }, { b: string }>): void;`,
    `type Without<T, U> = { [P in Exclude<keyof T, keyof U>]?: never };
type XOR<T, U> = (Without<T, U> & U) | (Without<U, T> & T);
export declare function f(x: XOR<{ a: string }, { b: string | number }>): void;`,
    "minor",
  ],
  [
    "json",
    `type Json = string | number | null | Json[] | { [k: string]: Json };
export declare function f(x: Json): void;`,
    `type Json = string | number | boolean | null | Json[] | { [k: string]: Json };
export declare function f(x: Json): void;`,
    "minor",
  ],
  [
    "extarray",
    `interface V { a: string }
export interface X extends Array<V> { total: number }
export declare function f(): X;`,
    `interface V { a: string; b: string }
export interface X extends Array<V> { total: number }
export declare function f(): X;`,
    "minor",
  ],
  [
    "unexpclass",
    `declare class Msg { text: string; private x; }
export declare function f(): Msg;`,
    `declare class Msg { text: string; get len(): number; private x; private y; }
export declare function f(): Msg;`,
    "minor",
  ],
  [
    "brand",
    `type Id = string & { readonly __brand: "A" };
export declare function f(): Id;`,
    `type Id = string & { readonly __brand: "B" };
export declare function f(): Id;`,
    "patch",
  ],
  ["version", `export declare const VERSION = "1.0.0";`, `export declare const VERSION = "1.0.1";`, "minor"],
  [
    "grow",
    `interface Item<T> { value: T; wrap(): Item<Item<T>>; }
export declare const i: Item<string>;`,
    `interface Item<T> { value: T; more: number; wrap(): Item<Item<T>>; }
export declare const i: Item<string>;`,
    "minor",
  ],
  [
    "grow2",
    `interface Item<T> { value: T; wrap(): Item<Item<T>>; }
export declare const i: Item<string>;`,
    `interface Item<T> { value: T; wrap(): Item<Item<T>>; }
export declare const i: Item<number>;`,
    "major",
  ],
  [
    "deepalias2",
    `type Deep<T> = { v: T; next: Deep<T[]> };
export declare const d: Deep<string>;`,
    `type Deep<T> = { v: T | null; next: Deep<T[]> };
export declare const d: Deep<string>;`,
    "major",
  ],
  [
    "deepalias3",
    `type Deep<T> = { v: T; next: Deep<T[]> };
export declare const d: Deep<string>;`,
    `interface Peep<T> { v: T; next: Peep<T[]> }
export declare const d: Peep<string>;`,
    "major",
  ],
  [
    "condgrow",
    `type Cond<T> = T extends string ? { s: Cond<T[]> } : { n: Cond<string & T> ; t: T };
export declare const d: Cond<string>;`,
    `type Cond<T> = T extends string ? { s: Cond<T[]> } : { n: Cond<string & T> ; t: T | null };
export declare const d: Cond<string>;`,
    "major",
  ],
  [
    "f4",
    `export type G<E> = C<E>;
type C<E> = { u?: { [N in keyof E]?: U<E[N], string>["selector"]; }; };
type U<T, V> = S & { selector?: (v: T) => V; };
type Z = string;
type S = { size?: Z; };
export {};`,
    `export type G<E> = C<E>;
type C<E> = { u?: { [N in keyof E]?: U<E[N], string>["selector"]; }; };
type U<T, V> = S & { selector?: (v: T) => V; };
export type Z = string;
type S = { size?: Z; };
export {};`,
    "minor",
  ],
  [
    "f6",
    `export interface P { on(term: string | undefined): void; }
export declare function f(p: P): void;`,
    `export interface P { on(term?: string | undefined): void; }
export declare function f(p: P): void;`,
    "patch",
  ],
  [
    "f7",
    `export declare function trim(text: string): string;`,
    `export declare function trim<T>(text: string): string;`,
    "minor",
  ],
  ["f8", `export declare function f(): unknown;`, `export declare function f(): void;`, "minor"],
  [
    "f9",
    `export interface P { on(term: string): void; }
export declare function f(p: P): void;`,
    `export interface P { on(term: string): void; }
export declare function f(p: Partial<P>): void;`,
    "minor",
  ],
  [
    "f11",
    `export declare class Clock { a: string }`,
    `export declare class Clock { a: string; private constructor(); }`,
    "major",
  ],
  [
    "f11b",
    `export declare class Clock { a: string; private constructor(); }`,
    `export declare class Clock { a: string }`,
    "minor",
  ],
  [
    "f12",
    `type C<P extends string> = [P] extends ["a"] ? string : number;
export declare function f<K extends C<P>, P extends string>(k: K, p: P): void;
export {};`,
    `type C<P extends string> = [P] extends ["b"] ? string : number;
export declare function f<K extends C<P>, P extends string>(k: K, p: P): void;
export {};`,
    "major",
  ],
  [
    "f13a",
    `export declare function useA<T>(v: T[]): T | undefined;`,
    `export declare function useA<T>(v: readonly T[]): T | undefined;`,
    "minor",
  ],
  [
    "f13b",
    `export declare function f<T extends object>(v: T): number;`,
    `export declare function f<T extends object>(v: Partial<T>): number;`,
    "minor",
  ],
  [
    "f13c",
    `export declare function f<T>(v: T, key: keyof T): number;`,
    `export declare function f<T>(v: T, key: PropertyKey): number;`,
    "minor",
  ],
  [
    "f13rev",
    `export declare function useA<T>(v: readonly T[]): T | undefined;`,
    `export declare function useA<T>(v: T[]): T | undefined;`,
    "major",
  ],
  [
    "f8b",
    `export interface P { done: () => void }
export declare function f(p: P): void;`,
    `export interface P { done: () => unknown }
export declare function f(p: P): void;`,
    "minor",
  ],
  [
    "f14",
    `export declare function f<T extends string>(v: T): number;`,
    `export declare function f<T>(v: T): number;`,
    "minor",
  ],
  ["lit", `export declare function f<T extends string>(v: T): T;`, `export declare function f<T>(v: T): T;`, "major"],
  ["res", `export declare function f<T>(v: T): T | null;`, `export declare function f<T>(v: T): T;`, "minor"],
  ["res2", `export declare function f<T>(v: T): T;`, `export declare function f<T>(v: T): T | null;`, "major"],
  [
    "tick",
    `interface C { t: [n: number]; d: [] }
export declare function on<K extends keyof C>(c: K, cb: (...a: C[K]) => void): void;
export {};`,
    `interface C { t: [n: number, m: string]; d: [] }
export declare function on<K extends keyof C>(c: K, cb: (...a: C[K]) => void): void;
export {};`,
    "minor",
  ],
  [
    "tick2",
    `interface C { t: [n: number]; d: [] }
export declare function on<K extends keyof C>(c: K, cb: (...a: C[K]) => void): void;
export declare function emit<K extends keyof C>(c: K, ...a: C[K]): void;
export {};`,
    `interface C { t: [n: number, m: string]; d: [] }
export declare function on<K extends keyof C>(c: K, cb: (...a: C[K]) => void): void;
export declare function emit<K extends keyof C>(c: K, ...a: C[K]): void;
export {};`,
    "major",
  ],
  [
    "a fluent schema is renamed",
    `interface Schema<T> { readonly output: T; optional(): Schema<T | undefined>; array(): Schema<T[]> }
export declare const s: Schema<string>;
export {};`,
    `interface Zchema<T> { readonly output: T; optional(): Zchema<T | undefined>; array(): Zchema<T[]> }
export declare const s: Zchema<string>;
export {};`,
    "patch",
  ],
  [
    "a growing alias is renamed",
    `type Deep<T> = { v: T; next: Deep<T[]> };
export declare const d: Deep<string>;
export {};`,
    `type Peep<T> = { v: T; next: Peep<T[]> };
export declare const d: Peep<string>;
export {};`,
    "patch",
  ],
];

const root = folder(SCRATCH);

describe.each(cases)("%s", (name, old, now, bump) => {
  test(`is ${bump}`, async () => {
    const dir = join(root, name.replaceAll(/\W+/g, "-"));
    for (const [age, text] of [
      ["old", old],
      ["new", now],
    ] as const) {
      mkdirSync(join(dir, age), { recursive: true });
      writeFileSync(join(dir, age, "index.d.ts"), `${text}\n`);
    }
    const there = await diff(join(dir, "old"), join(dir, "new"));
    expect({ bump: there.bump, findings: there.findings, undecided: there.undecided }).toMatchObject({
      bump,
      undecided: [],
    });
    expect(there.findings.map((one) => one.rule)).not.toContain("contract/unclassified");
    const back = await diff(join(dir, "new"), join(dir, "old"));
    expect(back.undecided).toEqual([]);
    if (bump === "patch") expect(back.bump).not.toBe("none");
  });
});
