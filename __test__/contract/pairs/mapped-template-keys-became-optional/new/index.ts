type Handlers<Key extends string> = {
  [key in `on${Capitalize<Key>}`]?: () => void;
};
export declare function handlersOf<Key extends string>(key: Key): Handlers<Key>;
