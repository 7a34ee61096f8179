export abstract class Node2<T> { abstract readonly children: readonly Node2<T>[]; constructor(protected value: T) {} fold<R>(f: (acc: R, v: T) => R, init: R): R { return this.children.reduce((a, c) => c.fold(f, a), f(init, this.value)); } }
export default class Leaf<T> extends Node2<T> { readonly children: readonly Node2<T>[] = []; }
