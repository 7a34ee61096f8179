export declare class Widget {
  constructor(id: string);
  readonly id: string;
}
