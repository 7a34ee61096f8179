export abstract class Widget {
  abstract render(): string;
  abstract size(): number;
  protected refresh(): void {}
}
export declare function mount(w: Widget, id: string): void;
