export declare class Slider {
  constructor(el: string);
  get value(): number;
  set value(v: number);
  readonly min: number;
  static readonly instances: number;
}
export declare function mount(id: string): void;
