export declare function first<T>(page: { main: { card: { title: { text: { value: T } } } } }): T;
