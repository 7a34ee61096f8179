export declare namespace Chart {
  interface Series {
    color: string;
  }
}
