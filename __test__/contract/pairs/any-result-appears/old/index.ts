export declare function state(): "on" | "off";
