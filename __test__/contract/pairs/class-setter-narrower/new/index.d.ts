export declare class Field {
  get value(): string;
  set value(next: string);
}
