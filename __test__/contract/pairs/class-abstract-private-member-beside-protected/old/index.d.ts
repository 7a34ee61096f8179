export abstract class Node<K extends string, C extends Node<string, any> = never> {
  private parent;
  readonly kind: K;
  readonly children: C[];
  protected abstract visit(): void;
  static is<N extends Node<string, any>>(node: unknown, of?: abstract new () => N): node is N;
}
