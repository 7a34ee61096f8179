type Constants<Key extends string> = {
  [key in Uppercase<Key>]: string | number;
};
export declare function constantsOf<Key extends string>(...keys: Key[]): Constants<Key>;
