export class Model {
  id = "";
  static create<M extends typeof Model>(this: M, init: Partial<InstanceType<M>>): InstanceType<M> { return Object.assign(new this(), init) as InstanceType<M>; }
  save(): Promise<this> { return Promise.resolve(this); }
}
export const modelName = (m: Model): string => m.id;
export interface Ref2<T> { get value(): T; set value(next: T) }
export declare function ref2<T>(initial: T): Ref2<T>;
export declare function toRefs2<T extends object>(source: T): { readonly [K in keyof T]: Ref2<T[K]> };
export declare function VisuallyHidden<E extends import("react").ElementType = "span">(
  props: { as?: E } & Omit<import("react").ComponentPropsWithoutRef<E>, "as">,
): import("react").ReactNode;
