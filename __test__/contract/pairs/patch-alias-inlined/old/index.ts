type Id = string | number;
export declare function open(id: Id): Id;
