export declare class Widget {
  protected constructor(id: string);
  readonly id: string;
}
