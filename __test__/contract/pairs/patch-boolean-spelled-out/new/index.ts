export declare function flag(on: true | false): true | false;
