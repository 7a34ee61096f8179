export abstract class Widget {
  abstract render(): string;
  protected refresh(): void {}
}
export declare function mount(w: Widget, id: string): void;
