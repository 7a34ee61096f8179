type Constants<Key extends string> = {
  [key in Uppercase<Key>]: string;
};
export declare function constantsOf<Key extends string>(...keys: Key[]): Constants<Key>;
